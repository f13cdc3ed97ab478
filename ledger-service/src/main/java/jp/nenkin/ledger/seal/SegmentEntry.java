package jp.nenkin.ledger.seal;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A segment of the journal.
 *
 * @param runId the run whose rows it holds; null of an online segment
 * @param period the run's kind and period; empty of an online segment
 */
record SegmentEntry(int id, @Nullable UUID runId, String period) {
    boolean isRun() {
        return runId != null;
    }
}
