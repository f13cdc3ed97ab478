package jp.nenkin.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import jp.nenkin.kit.LocalParts;

/** The ledger's database, looked at above all rights. */
public final class Database {
    private Database() {}

    public static List<String> column(String sql) throws SQLException {
        try (Connection connection = LocalParts.database()) {
            return column(connection, sql);
        }
    }

    /** The first column of a query, as text. */
    public static List<String> column(Connection connection, String sql) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(sql);
                ResultSet rows = select.executeQuery()) {
            List<String> found = new ArrayList<>();
            while (rows.next()) {
                found.add(String.valueOf(rows.getString(1)));
            }
            return found;
        }
    }

    public static void run(String sql) throws SQLException {
        try (Connection connection = LocalParts.database()) {
            run(connection, sql);
        }
    }

    public static void run(Connection connection, String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.execute();
        }
    }
}
