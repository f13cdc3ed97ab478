package jp.nenkin.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The fund that a benchmark lives a year with. */
class YearFundTest {

    @Test
    void a_fund_has_as_many_accounts_as_it_is_asked_for() {
        for (int accounts = 4_995; accounts < 5_005; accounts++) {
            YearFund fund = new YearFund(1, accounts);
            List<YearMember> members = members(fund);

            assertThat(members.stream()
                            .mapToInt(member -> member.accounts().size())
                            .sum())
                    .isEqualTo(accounts);
            assertThat(fund.expected(44).all().accounts()).isEqualTo(accounts);
            assertThat(fund.expected(44).members()).isEqualTo(members.size());
        }
    }

    @Test
    void the_same_seed_gives_the_same_fund_and_another_one_another() {
        assertThat(members(new YearFund(7, 1_000))).isEqualTo(members(new YearFund(7, 1_000)));
        assertThat(members(new YearFund(8, 1_000))).isNotEqualTo(members(new YearFund(7, 1_000)));
    }

    private static List<YearMember> members(YearFund fund) {
        List<YearMember> members = new ArrayList<>();
        fund.each(members::add);
        return members;
    }
}
