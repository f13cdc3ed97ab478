package jp.nenkin.ledger.run;

import java.time.Instant;

/** What the ledger's rules give a run; the machinery knows no event. */
public interface RunRules {

    /**
     * How to compute the run with the books as they stand now; asked for every chunk and every repair.
     *
     * @throws RuntimeException when the run cannot be: it fails with this as its reason
     */
    RunComputation computation(Run run);

    /** The event that says the run is complete. */
    CompletionEvent completion(Run run, RunTotals totals, Instant completedAt);
}
