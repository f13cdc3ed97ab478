package jp.nenkin.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How a benchmark is asked for. */
class BenchOptionsTest {

    @Test
    void a_name_alone_is_the_whole_benchmark() {
        assertThat(BenchOptions.parse("verify")).contains(new BenchOptions("verify", false, 1, OptionalInt.empty()));
    }

    @Test
    void size_and_seed_may_be_named_in_any_order() {
        assertThat(BenchOptions.parse("--seed", "7", "fund-year", "--accounts", "5000", "--quick"))
                .contains(new BenchOptions("fund-year", true, 7, OptionalInt.of(5_000)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "--quick",
                "verify append",
                "verify --fast",
                "verify --seed",
                "verify --accounts many",
                "verify --accounts 0"
            })
    void what_is_none_of_ours_is_not_read(String words) {
        assertThat(BenchOptions.parse(words.split(" "))).isEmpty();
    }
}
