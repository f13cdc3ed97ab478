package jp.nenkin.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How times become a verdict. */
class ComparisonTest {

    @Test
    void the_median_of_the_rounds_ratios_decides() {
        Comparison comparison = new Comparison("contender", Map.of("reference", 0.9));
        round(comparison, 8, 10);
        round(comparison, 12, 10);
        round(comparison, 8, 10);

        assertThat(comparison.passes()).isTrue();
        assertThat(comparison.report()).endsWith("contender/reference ratio=0.80 goal=0.90 pass (worst 1.20)\n");
    }

    @Test
    void a_ratio_above_its_goal_fails() {
        Comparison comparison = new Comparison("contender", Map.of("reference", 0.9));
        round(comparison, 10, 10);

        assertThat(comparison.passes()).isFalse();
        assertThat(comparison.report()).contains("ratio=1.00 goal=0.90 fail");
    }

    @Test
    void a_rate_must_reach_its_goal_and_its_worst_round_is_the_slowest() {
        Comparison comparison = new Comparison(
                "per second", List.of(Goal.atMost("tail", "other tail", 1.3), Goal.atLeast("rate", "other", 5)));
        rates(comparison, 40, 10);
        rates(comparison, 52, 10);
        rates(comparison, 60, 10);

        assertThat(comparison.passes()).isTrue();
        assertThat(comparison.report())
                .contains("tail/other tail ratio=1.00 goal=1.30 pass (worst 1.00)")
                .endsWith("rate/other ratio=5.20 goal=5.00 pass (worst 4.00)\n");
    }

    @Test
    void a_rate_below_its_goal_fails() {
        Comparison comparison = new Comparison("per second", List.of(Goal.atLeast("rate", "other", 5)));
        rates(comparison, 40, 10);

        assertThat(comparison.passes()).isFalse();
    }

    private static void rates(Comparison comparison, double rate, double other) {
        comparison.add("rate", rate);
        comparison.add("other", other);
        comparison.add("tail", 2.0);
        comparison.add("other tail", 2.0);
    }

    private static void round(Comparison comparison, long contender, long reference) {
        comparison.add("contender", Duration.ofSeconds(contender));
        comparison.add("reference", Duration.ofSeconds(reference));
    }
}
