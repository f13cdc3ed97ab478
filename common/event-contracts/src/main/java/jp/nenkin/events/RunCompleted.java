package jp.nenkin.events;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.UUID;

/**
 * A run has reached every account; a barrier, written to every partition of its topic after the run's events.
 *
 * @param period a month as {@code 2024-04} for contributions, a fiscal year as {@code 2024} for the other kinds
 * @param events how many events the run published
 * @param total their amounts together, in yen
 */
public record RunCompleted(UUID runId, RunKind kind, String period, long events, long total, Instant completedAt)
        implements LedgerEvent {

    public RunCompleted {
        requireNonNull(runId, "runId");
        requireNonNull(kind, "kind");
        requireNonNull(period, "period");
        requireNonNull(completedAt, "completedAt");
    }

    @Override
    public String key() {
        return runId.toString();
    }
}
