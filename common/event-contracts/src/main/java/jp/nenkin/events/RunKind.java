package jp.nenkin.events;

/** What a ledger run does to every open account. */
public enum RunKind {
    CONTRIBUTION,
    INTEREST,
    STATEMENT
}
