package jp.nenkin.ledger.seal;

import java.util.UUID;
import jp.nenkin.events.SealKind;
import org.jspecify.annotations.Nullable;

/**
 * The rows that a seal covers: a run's segment, or of an online segment those of a range of transactions.
 *
 * @param runId the run; null of a day
 * @param period the run's kind and period, or the day of the first row covered
 * @param from the first transaction number; 0 of a run
 * @param until the first one no more covered; null when the segment is covered to its end
 */
record Cut(
        SealKind kind,
        @Nullable UUID runId,
        String period,
        int segment,
        long from,
        @Nullable Long until) {

    Cut {
        if ((kind == SealKind.RUN) != (runId != null)) {
            throw new IllegalArgumentException("a seal of a " + kind + " with the run " + runId);
        }
    }

    /** The whole of a run. */
    static Cut run(SegmentEntry segment) {
        return new Cut(SealKind.RUN, segment.runId(), segment.period(), segment.id(), 0, null);
    }

    /** Whether a row of the segment, by the number of its transaction, is covered. */
    boolean covers(long transaction) {
        return transaction >= from && (until == null || transaction < until);
    }
}
