package jp.nenkin.local.demo;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A whole invented fund: what happened to its members, without any figure that follows from it.
 *
 * @param rates percent a year, by fiscal year
 * @param members the 2020 example, then 200 others with the 2025 example as the last
 */
public record DemoFund(long seed, Map<Integer, String> rates, List<DemoMember> members) {
    /** The member of the worked example for 2020, taken over at 31 March 2019 and lost on 1 April 2020. */
    public static final String EXAMPLE_2020 = "0000000020";

    /** The member of the worked example for 2025, taken over at 31 March 2024. */
    public static final String EXAMPLE_2025 = "0000002025";

    /** When the member of 2025 was born, who signs in with it. */
    public static final LocalDate EXAMPLE_2025_BORN = LocalDate.of(1985, 6, 10);

    /** The consultant who files for the first two establishments. */
    public static final String CONSULTANT = "13000001";

    static final List<String> EXAMPLES = List.of(EXAMPLE_2020, EXAMPLE_2025);

    public static final YearMonth FIRST_MONTH = YearMonth.of(2019, 4);
    public static final YearMonth LAST_MONTH = YearMonth.of(2025, 3);

    private static final Map<Integer, String> RATES =
            Map.of(2019, "2.0", 2021, "2.3", 2022, "5.0", 2023, "0.0", 2024, "3.7", 2025, "4.4");

    public DemoFund {
        rates = new TreeMap<>(rates);
        members = List.copyOf(members);
    }

    /** The mail address that a member of this number has given. */
    public static String address(String memberNumber) {
        return "member-%s@mail.example".formatted(memberNumber);
    }

    /** The fund of a seed: the same seed, the same fund, on every machine and every day. */
    public static DemoFund of(long seed) {
        return new DemoFund(seed, RATES, new MemberDraw(seed).all());
    }
}
