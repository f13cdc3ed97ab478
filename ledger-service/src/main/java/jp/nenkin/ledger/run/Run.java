package jp.nenkin.ledger.run;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A run as it stands.
 *
 * @param number its number in the table, which is its stream's too
 * @param done how many streams it has reached so far
 * @param total how many it expects to reach
 * @param startedAt when a worker first took it up
 * @param reason why it failed or was given up
 */
public record Run(
        long number,
        RunRequest request,
        RunStatus status,
        long done,
        long total,
        RunTotals totals,
        @Nullable Instant startedAt,
        @Nullable Instant completedAt,
        @Nullable String reason) {}
