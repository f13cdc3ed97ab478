package jp.nenkin.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What the year of a fund has come to. */
class YearReportTest {
    private final YearReport report = new YearReport();

    @Test
    void a_year_without_a_wrong_figure_passes() throws Exception {
        Integer done = report.time("run", 10, () -> 3);
        report.check("events", 10L, 10L);

        assertThat(done).isEqualTo(3);
        assertThat(report.passes()).isTrue();
        assertThat(report.report()).contains("run").endsWith("1 figures checked, 0 wrong: pass\n");
    }

    @Test
    void one_wrong_figure_fails_the_year_and_is_named() {
        report.check("events", 10L, 10L);
        report.check("amount", 9L, 10L);

        assertThat(report.passes()).isFalse();
        assertThat(report.report())
                .contains("WRONG: amount is 9 and should be 10")
                .endsWith("2 figures checked, 1 wrong: fail\n");
    }
}
