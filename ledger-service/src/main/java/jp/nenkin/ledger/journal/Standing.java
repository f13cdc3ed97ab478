package jp.nenkin.ledger.journal;

/** What a row does to its stream in the registry, and so whether the generations go on carrying it. */
public enum Standing {
    /** The stream's first row: it is registered. */
    OPENS,
    /** An open stream stays open. */
    GOES_ON,
    /** The stream leaves the generations, or stays out of them; the registry remembers where its last row lies. */
    CLOSES,
    /** A closed stream comes back into the generations. */
    REOPENS,
    /** The stream's first and only row. */
    OPENS_AND_CLOSES;

    boolean closes() {
        return this == CLOSES || this == OPENS_AND_CLOSES;
    }
}
