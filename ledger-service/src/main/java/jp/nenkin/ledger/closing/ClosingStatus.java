package jp.nenkin.ledger.closing;

/** How far the close of a year has come. */
public enum ClosingStatus {
    /** The second computation is at work. */
    COMPUTING,
    /** It differs from the ledger somewhere: the year cannot be closed by this request, and may be requested again. */
    DIFFERENT,
    /** It agrees on every account; another officer approves. */
    AGREED,
    /** Closed, by two officers. */
    CLOSED
}
