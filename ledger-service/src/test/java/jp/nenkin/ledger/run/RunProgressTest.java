package jp.nenkin.ledger.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import jp.nenkin.events.RunKind;
import jp.nenkin.ledger.money.Yen;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is known of a run's pace, and what is not. */
class RunProgressTest {
    private static final Instant START = Instant.parse("2024-05-01T00:00:00Z");

    @Test
    void nothing_is_known_before_a_chunk_is_done() {
        assertThat(RunProgress.of(run(RunStatus.OPEN, 0, null), START)).isEqualTo(new RunProgress(null, null));
        assertThat(RunProgress.of(run(RunStatus.OPEN, 0, START), START.plusSeconds(3)))
                .isEqualTo(new RunProgress(null, null));
    }

    @Test
    void the_rest_takes_as_long_as_what_is_done_has_taken() {
        assertThat(RunProgress.of(run(RunStatus.OPEN, 2_000, START), START.plusSeconds(4)))
                .isEqualTo(new RunProgress(500L, 16L));
        assertThat(RunProgress.of(run(RunStatus.OPEN, 10_001, START), START.plusSeconds(4)))
                .isEqualTo(new RunProgress(2_500L, 0L));
    }

    @Test
    void a_pace_too_slow_or_too_fast_to_measure_is_told_in_whole_numbers() {
        assertThat(RunProgress.of(run(RunStatus.OPEN, 1, START), START.plusSeconds(10)))
                .isEqualTo(new RunProgress(1L, 9_999L));
        assertThat(RunProgress.of(run(RunStatus.OPEN, 9, START), START)).isEqualTo(new RunProgress(9_000L, 2L));
    }

    @Test
    void an_ended_run_goes_nowhere() {
        assertThat(RunProgress.of(run(RunStatus.COMPLETED, 10_000, START), START.plusSeconds(99)))
                .isEqualTo(new RunProgress(1_000L, 0L));
        assertThat(RunProgress.of(run(RunStatus.FAILED, 5, START), START.plusSeconds(99)))
                .isEqualTo(new RunProgress(null, null));
    }

    private static Run run(RunStatus status, long done, @Nullable Instant startedAt) {
        RunRequest request = new RunRequest(new UUID(0, 1), RunKind.CONTRIBUTION, "2024-04", null, "an officer", START);
        Instant completedAt = status == RunStatus.COMPLETED ? START.plusSeconds(10) : null;
        return new Run(
                1, request, status, done, 10_000, new RunTotals(done, 0, Yen.ZERO), startedAt, completedAt, null);
    }
}
