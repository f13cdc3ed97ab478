package jp.nenkin.ledger.benefit;

import java.time.Instant;
import java.util.UUID;
import jp.nenkin.ledger.journal.StreamId;
import org.jspecify.annotations.Nullable;

/**
 * What a correction has shown to be paid too much for a plan.
 *
 * @param stream the plan's ordinary account of the life that was paid
 * @param amount yen in all: what was paid, less what came back and the lump sum that was due
 * @param waived how much of it officers have waived
 * @param since when it was recorded
 * @param eventId the event that recorded it
 */
record Excess(StreamId stream, long amount, long waived, Instant since, String eventId) {

    /** What becomes of it. */
    enum Outcome {
        /** The member has paid it back: it counts as never paid. */
        RECOVERED,
        /** The member keeps it: it counts as paid, and what later turns out to be due is taken from it first. */
        WAIVED
    }

    /** A decision of one officer; it counts once another has approved it. */
    record Decision(
            UUID id,
            StreamId stream,
            long amount,
            Outcome outcome,
            String reason,
            String proposedBy,
            String proposerName,
            Instant proposedAt,
            @Nullable String approverName,
            @Nullable Instant approvedAt) {}

    /** Yen still to be decided. */
    long open() {
        return Math.max(0, amount - waived);
    }
}
