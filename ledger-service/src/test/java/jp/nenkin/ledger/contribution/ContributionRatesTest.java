package jp.nenkin.ledger.contribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.YearMonth;
import java.util.List;
import java.util.stream.LongStream;
import jp.nenkin.events.Plan;
import jp.nenkin.ledger.contribution.ContributionRates.Rate;
import jp.nenkin.ledger.money.Yen;
import org.junit.jupiter.api.Test;

/** What a month brings, by plan and grade. */
class ContributionRatesTest {
    private static final YearMonth MONTH = YearMonth.of(2024, 4);
    private static final ContributionRates RATES = new ContributionRates(List.of(
            new Rate(Plan.FIRST, YearMonth.of(2000, 4), 11, 1000),
            new Rate(Plan.SECOND, YearMonth.of(2000, 4), 1, 1),
            new Rate(Plan.FIRST, YearMonth.of(2030, 4), 12, 1000)));

    @Test
    void plan_1_brings_eleven_thousandths_of_the_grade() {
        assertThat(first(88_000)).isEqualTo(968);
        assertThat(first(300_000)).isEqualTo(3_300);
        assertThat(first(650_000)).isEqualTo(7_150);
        assertThat(LongStream.of(680_000, 710_000, 750_000).map(ContributionRatesTest::first))
                .as("the grades of 2027 to 2029")
                .containsExactly(7_480L, 7_810L, 8_250L);
    }

    @Test
    void plan_2_brings_the_units() {
        assertThat(RATES.contribution(Plan.SECOND, MONTH, new Yen(30_000))).isEqualTo(new Yen(30_000));
    }

    @Test
    void the_rate_is_the_newest_in_effect() {
        assertThat(RATES.contribution(Plan.FIRST, YearMonth.of(2030, 3), new Yen(300_000)))
                .isEqualTo(new Yen(3_300));
        assertThat(RATES.contribution(Plan.FIRST, YearMonth.of(2030, 4), new Yen(300_000)))
                .isEqualTo(new Yen(3_600));
    }

    @Test
    void a_base_that_gives_no_whole_yen_is_refused_and_never_rounded() {
        assertThatThrownBy(() -> first(88_001)).hasMessageContaining("88001 yen gives no whole contribution");
    }

    @Test
    void before_the_first_rate_there_is_none() {
        assertThatThrownBy(() -> RATES.contribution(Plan.FIRST, YearMonth.of(2000, 3), new Yen(300_000)))
                .hasMessageContaining("no contribution rate of plan FIRST is in effect in 2000-03");
    }

    @Test
    void a_rate_is_a_fraction() {
        assertThatThrownBy(() -> new Rate(Plan.FIRST, MONTH, 11, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Rate(Plan.FIRST, MONTH, -1, 1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_kind_of_contribution_without_an_amount_yet_brings_nothing() {
        ContributionRates none = new ContributionRates(List.of(new Rate(Plan.FIRST, MONTH, 0, 1)));

        assertThat(none.contribution(Plan.FIRST, MONTH, new Yen(300_000))).isEqualTo(Yen.ZERO);
    }

    private static long first(long base) {
        return RATES.contribution(Plan.FIRST, MONTH, new Yen(base)).amount();
    }
}
