package jp.nenkin.kit;

/** The database refused or did not answer; the cause says which. */
final class TableFault extends RuntimeException {
    TableFault(Exception cause) {
        super(cause);
    }
}
