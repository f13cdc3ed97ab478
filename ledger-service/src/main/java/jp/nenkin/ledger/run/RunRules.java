package jp.nenkin.ledger.run;

import java.time.Instant;

/** What the ledger's rules give a run; the machinery knows no event. */
public interface RunRules {

    /**
     * How to compute the run; asked once, before anything is read.
     *
     * @throws RuntimeException when the run cannot be: it fails with this as its reason
     */
    RunComputation computation(Run run);

    /** The event that says the run is complete. */
    CompletionEvent completion(Run run, RunTotals totals, Instant completedAt);
}
