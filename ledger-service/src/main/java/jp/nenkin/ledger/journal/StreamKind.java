package jp.nenkin.ledger.journal;

/** What a stream belongs to. */
public enum StreamKind {
    ACCOUNT,
    MEMBER,
    RATE,
    RUN
}
