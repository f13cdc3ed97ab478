package jp.nenkin.notice.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Optional;
import jp.nenkin.events.Plan;
import jp.nenkin.events.StatementPrepared.AccountFigures;
import jp.nenkin.notice.document.Working.Complete;
import jp.nenkin.notice.document.Working.Partial;
import jp.nenkin.notice.document.Working.Unknown;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkingTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(textBlock = """
            # case,               plan,   opening, credited, interest, base,   rate, first,   monthly, second, sum
            fund's page of 2020,  SECOND, 43999,   12000,    1010,     1000,   2.0,  879.98,  1000,    130,    1009.98
            fund's page plan 1,   FIRST,  100000,  39600,    4494,     300000, 3.7,  3700,    3300,    793.65, 4493.65
            fund's page plan 2,   SECOND, 50000,   12000,    2091,     1000,   3.7,  1850,    1000,    240.5,  2090.5
            exact where doubles err, SECOND, 0,    24000,    481,      2000,   3.7,  0,       2000,    481,    481
            a zero rate,          FIRST,  123456,  39600,    0,        300000, 0.0,  0,       3300,    0,      0
            largest,         FIRST, 999999999999, 0, 37000000000, 300000, 3.7, 36999999999.963, 0, 0, 36999999999.963
            """)
    void twelve_equal_months_are_worked_through_to_the_fraction(
            String name,
            Plan plan,
            long opening,
            long credited,
            long interest,
            long base,
            BigDecimal rate,
            BigDecimal first,
            long monthly,
            BigDecimal second,
            BigDecimal sum) {
        AccountFigures account = Given.account(plan, 0, new long[] {opening, credited, interest}, base);

        Working working = Working.of(account, Optional.of(rate));

        assertThat(working).as(name).isInstanceOfSatisfying(Complete.class, complete -> {
            assertThat(complete.first()).isEqualByComparingTo(first);
            assertThat(complete.monthly()).isEqualTo(monthly);
            assertThat(complete.second()).isEqualByComparingTo(second);
            assertThat(complete.sum()).isEqualByComparingTo(sum);
        });
    }

    @Test
    void a_transferred_asset_of_earlier_years_has_first_interest_alone() {
        assertThat(Working.of(Given.TRANSFERRED, rate("3.7"))).isInstanceOfSatisfying(Complete.class, complete -> {
            assertThat(complete.first()).isEqualByComparingTo("3700");
            assertThat(complete.second()).isZero();
        });
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(textBlock = """
            # case,                     opening, credited, interest, base,   first,   rest
            base changed in October,    100000,  40920,    4508,     320000, 3700,    808
            joined in November,         0,       16500,    153,      300000, 0,       153
            two months at the end,      100010,  2000,     3710,     1000,   3700.37, 9.63
            twelve times but other interest, 100000, 39600, 4495,    300000, 3700,    795
            """)
    void without_equal_months_the_second_interest_is_what_remains(
            String name, long opening, long credited, long interest, long base, BigDecimal first, BigDecimal rest) {
        AccountFigures account = Given.account(Plan.FIRST, 0, new long[] {opening, credited, interest}, base);

        Working working = Working.of(account, rate("3.7"));

        assertThat(working).as(name).isInstanceOfSatisfying(Partial.class, partial -> {
            assertThat(partial.first()).isEqualByComparingTo(first);
            assertThat(partial.rest()).isEqualByComparingTo(rest);
        });
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(textBlock = """
            # case,                                opening, credited, interest
            frozen from October to January,        60530,   6600,     404
            nothing credited and less interest,    100000,  0,        3699
            nothing credited and more interest,    100000,  0,        3701
            less than one month's second interest, 100000,  39600,    3822
            more than twelve months' of it,        100000,  39600,    5167
            taken back by a correction,            100000,  -3300,    3600
            """)
    void nothing_is_worked_out_that_does_not_follow(String name, long opening, long credited, long interest) {
        AccountFigures account = Given.account(Plan.FIRST, 0, new long[] {opening, credited, interest}, 300_000L);

        assertThat(Working.of(account, rate("3.7"))).as(name).isEqualTo(new Unknown());
    }

    @Test
    void without_a_rate_nothing_follows() {
        assertThat(Working.of(Given.FIRST, Optional.empty())).isEqualTo(new Unknown());
    }

    @Test
    void a_base_salary_that_gives_no_whole_yen_has_no_contribution() {
        AccountFigures account = Given.account(Plan.FIRST, 0, new long[] {0, 0, 0}, 300_050L);

        assertThat(Working.contribution(account)).isEmpty();
        assertThat(Working.contribution(Given.FIRST)).hasValue(3_300);
        assertThat(Working.contribution(Given.SECOND)).hasValue(1_000);
        assertThat(Working.contribution(Given.TRANSFERRED)).isEmpty();
    }

    private static Optional<BigDecimal> rate(String percent) {
        return Optional.of(new BigDecimal(percent));
    }
}
