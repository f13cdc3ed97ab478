package jp.nenkin.ledger.seal;

/** How far a verification has come. */
public enum VerificationStatus {
    OPEN,
    CLEAN,
    DIFFERENT,
    FAILED
}
