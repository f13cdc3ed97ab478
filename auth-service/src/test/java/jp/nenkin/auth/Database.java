package jp.nenkin.auth;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import jp.nenkin.kit.LocalParts;

/** The service's database, looked at and prepared above all rights. */
public final class Database {
    private Database() {}

    /** The first column of a query, as text. */
    public static List<String> column(String sql, Object... values) throws SQLException {
        try (Connection connection = LocalParts.database();
                PreparedStatement select = filled(connection, sql, values);
                ResultSet rows = select.executeQuery()) {
            List<String> found = new ArrayList<>();
            while (rows.next()) {
                found.add(String.valueOf(rows.getString(1)));
            }
            return found;
        }
    }

    public static int run(String sql, Object... values) throws SQLException {
        try (Connection connection = LocalParts.database();
                PreparedStatement statement = filled(connection, sql, values)) {
            return statement.executeUpdate();
        }
    }

    private static PreparedStatement filled(Connection connection, String sql, Object... values) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }
}
