package jp.nenkin.ledger.journal;

/** The database refused or failed; the cause is its own exception. */
public final class DatabaseFault extends RuntimeException {
    public DatabaseFault(Exception cause) {
        super(cause.getMessage(), cause);
    }
}
