package jp.nenkin.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
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

    private static void round(Comparison comparison, long contender, long reference) {
        comparison.add("contender", Duration.ofSeconds(contender));
        comparison.add("reference", Duration.ofSeconds(reference));
    }
}
