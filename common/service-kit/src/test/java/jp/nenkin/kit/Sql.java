package jp.nenkin.kit;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Looks into the service's database and disturbs it, above all rights. */
public final class Sql {
    // A new one costs both sides a handshake and the server a process, and tests that wait for something ask and ask.
    private static final Queue<Connection> IDLE = new ConcurrentLinkedQueue<>();

    private Sql() {}

    /** How many rows it changed; -1 if it is no change. */
    @CanIgnoreReturnValue
    public static int run(String sql, Object... parameters) {
        return prepared(
                sql,
                statement -> {
                    boolean _ = statement.execute();
                    return statement.getUpdateCount();
                },
                parameters);
    }

    public static long number(String sql, Object... parameters) {
        return Long.parseLong(column(sql, parameters).getFirst());
    }

    /** The first column of all rows, as text. */
    public static List<String> column(String sql, Object... parameters) {
        return prepared(
                sql,
                statement -> {
                    List<String> found = new ArrayList<>();
                    try (ResultSet rows = statement.executeQuery()) {
                        while (rows.next()) {
                            found.add(rows.getString(1));
                        }
                    }
                    return found;
                },
                parameters);
    }

    private interface Work<T> {
        T of(PreparedStatement statement) throws SQLException;
    }

    /** On a connection that nobody else has meanwhile; one that has met a fault is not used again. */
    private static <T> T prepared(String sql, Work<T> work, Object... parameters) {
        Connection idle = IDLE.poll();
        try {
            Connection connection = idle == null ? LocalParts.database() : idle;
            T done = done(connection, sql, work, parameters);
            IDLE.add(connection);
            return done;
        } catch (SQLException fault) {
            throw new IllegalStateException(fault);
        }
    }

    private static <T> T done(Connection connection, String sql, Work<T> work, Object... parameters)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            return work.of(statement);
        } catch (SQLException fault) {
            connection.close();
            throw fault;
        }
    }
}
