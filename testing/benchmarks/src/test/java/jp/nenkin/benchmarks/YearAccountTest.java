package jp.nenkin.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import jp.nenkin.events.Plan;
import org.junit.jupiter.api.Test;

/** The fund's worked examples by the benchmark's own figures. */
class YearAccountTest {

    @Test
    void the_example_of_the_notice_comes_to_its_closing() {
        YearAccount account = new YearAccount(Plan.FIRST, 100_000, 300_000, 300_000);

        assertThat(account.credited()).isEqualTo(39_600);
        assertThat(account.interest(37)).isEqualTo(4_494);
        assertThat(account.closing(37)).isEqualTo(144_094);
    }

    @Test
    void another_base_salary_from_october_counts_for_six_months() {
        YearAccount account = new YearAccount(Plan.FIRST, 100_000, 300_000, 320_000);

        assertThat(account.credited()).isEqualTo(40_920);
        assertThat(account.interest(37)).isEqualTo(4_508);
        assertThat(account.closing(37)).isEqualTo(145_428);
        assertThat(IntStream.range(0, 12).mapToLong(account::contribution).sum())
                .isEqualTo(account.credited());
    }

    @Test
    void the_second_plan_is_credited_its_units() {
        YearAccount account = new YearAccount(Plan.SECOND, 0, 5_000, 5_000);

        assertThat(account.contribution(0)).isEqualTo(5_000);
        assertThat(account.credited()).isEqualTo(60_000);
    }
}
