package jp.nenkin.ledger.seal;

/** What a verification can find. */
public enum FindingKind {
    /** A version is missing or there twice. */
    VERSION,
    /** A balance is not the one before plus the amount. */
    BALANCE,
    /** A row's hash is not the one that its columns and the row before lead to. */
    HASH,
    /** A row that a run carried is not the event it repeats. */
    CARRIED,
    /** A stream of the registry has no row where its newest should be. */
    STREAM,
    /** What a seal covers, or a block of it, is not what was sealed. */
    ROOT,
    /** A seal is not what its own hash says, or does not follow the one before. */
    SEAL,
    /** A seal is not the one that was published under its number. */
    PUBLISHED
}
