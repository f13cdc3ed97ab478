package jp.nenkin.ledger.journal;

/** What a stream belongs to. */
public enum StreamKind {
    ACCOUNT,
    MEMBER,
    STATEMENT,
    QUOTE,
    RATE,
    RUN,
    SEAL,
    BILL,
    YEAR
}
