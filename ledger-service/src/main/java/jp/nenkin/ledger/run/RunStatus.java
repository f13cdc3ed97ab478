package jp.nenkin.ledger.run;

/** How far a run has come. */
public enum RunStatus {
    /** Requested; worked on, or waiting for a worker. */
    OPEN,
    /** Its rows are in the journal. */
    COMPLETED,
    /** Its rules refused; nothing of it counts, and the period may be requested again. */
    FAILED,
    /** Given up by an officer; nothing of it counts, and the period may be requested again. */
    ABANDONED
}
