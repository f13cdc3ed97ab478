package jp.nenkin.events;

/** One of the two pension plans of the fund. */
public enum Plan {
    /** The base salary is the standard monthly remuneration. */
    FIRST,
    /** The base salary is the member's units times 1,000 yen. */
    SECOND
}
