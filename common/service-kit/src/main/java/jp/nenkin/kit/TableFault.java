package jp.nenkin.kit;

import java.sql.SQLException;

/** The database refused or did not answer; the cause says which. */
final class TableFault extends RuntimeException {
    TableFault(SQLException cause) {
        super(cause);
    }
}
