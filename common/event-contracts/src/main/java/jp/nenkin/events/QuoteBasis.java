package jp.nenkin.events;

/** What the figures of a benefit quote are. */
public enum QuoteBasis {
    /** The balances on the day before the loss, deferred or not. */
    LOSS,
    /** The balances on the last day of a deferral or waiting. */
    END,
    /** What a correction has shown to be still owed after a payment. */
    SHORTFALL,
    /** Nothing is due: what the quote before said is taken back. */
    NOTHING_DUE
}
