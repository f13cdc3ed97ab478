package jp.nenkin.kit;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Looks into the service's database and disturbs it, above all rights. */
public final class Sql {
    private Sql() {}

    /** How many rows it changed; -1 if it is no change. */
    @CanIgnoreReturnValue
    public static int run(String sql, Object... parameters) {
        try (Connection connection = LocalParts.database();
                PreparedStatement statement = filled(connection, sql, parameters)) {
            boolean _ = statement.execute();
            return statement.getUpdateCount();
        } catch (SQLException fault) {
            throw new IllegalStateException(fault);
        }
    }

    public static long number(String sql, Object... parameters) {
        return Long.parseLong(column(sql, parameters).getFirst());
    }

    /** The first column of all rows, as text. */
    public static List<String> column(String sql, Object... parameters) {
        try (Connection connection = LocalParts.database();
                PreparedStatement statement = filled(connection, sql, parameters);
                ResultSet rows = statement.executeQuery()) {
            List<String> found = new ArrayList<>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        } catch (SQLException fault) {
            throw new IllegalStateException(fault);
        }
    }

    private static PreparedStatement filled(Connection connection, String sql, Object... parameters)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < parameters.length; i++) {
            statement.setObject(i + 1, parameters[i]);
        }
        return statement;
    }
}
