package jp.nenkin.notice;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import jp.nenkin.kit.LocalParts;

/** Looks into the service's tables, above all rights. */
public final class Rows {
    private Rows() {}

    /** The first column of every row. */
    public static List<String> texts(String sql, Object... values) {
        try (Connection connection = LocalParts.database();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, values);
            List<String> found = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(rows.getString(1));
                }
            }
            return found;
        } catch (SQLException fault) {
            throw new IllegalStateException(fault);
        }
    }

    public static long count(String sql, Object... values) {
        return Long.parseLong(texts(sql, values).getFirst());
    }

    public static void change(String sql, Object... values) {
        try (Connection connection = LocalParts.database();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, values);
            statement.execute();
        } catch (SQLException fault) {
            throw new IllegalStateException(fault);
        }
    }

    private static void bind(PreparedStatement statement, Object... values) throws SQLException {
        for (int index = 0; index < values.length; index++) {
            statement.setObject(index + 1, values[index]);
        }
    }
}
