package jp.nenkin.kit;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Which events have taken effect here. */
@ApplicationScoped
class ReceivedTable {
    private static final String UNIQUE_VIOLATION = "23505";

    private final AgroalDataSource database;
    private final Clock clock;

    ReceivedTable(AgroalDataSource database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    private record Name(String source, String id) {}

    /** Those that have not taken effect yet, in order; a repetition among them once. */
    List<Incoming> fresh(List<Incoming> events) {
        if (events.isEmpty()) {
            return List.of();
        }
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement("""
                        SELECT source, id FROM unnest(?, ?) AS event (source, id)
                         WHERE NOT EXISTS (
                               SELECT FROM received_event taken
                                WHERE taken.source = event.source AND taken.id = event.id)
                        """)) {
            query.setArray(1, connection.createArrayOf("text", column(events, Incoming::source)));
            query.setArray(2, connection.createArrayOf("text", column(events, Incoming::id)));
            try (ResultSet rows = query.executeQuery()) {
                return among(events, names(rows));
            }
        } catch (SQLException fault) {
            throw new TableFault(fault);
        }
    }

    /**
     * Writes them down.
     *
     * @throws TakenMeanwhile if another consumer has just done so, which undoes their second effect here
     */
    void record(List<Incoming> events) {
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement("""
                        INSERT INTO received_event (source, id, received_at)
                        SELECT source, id, ? FROM unnest(?, ?) AS event (source, id)
                        """)) {
            insert.setObject(1, OffsetDateTime.now(clock));
            insert.setArray(2, connection.createArrayOf("text", column(events, Incoming::source)));
            insert.setArray(3, connection.createArrayOf("text", column(events, Incoming::id)));
            insert.executeUpdate();
        } catch (SQLException fault) {
            throw UNIQUE_VIOLATION.equals(fault.getSQLState()) ? new TakenMeanwhile(fault) : new TableFault(fault);
        }
    }

    private static Object[] column(List<Incoming> events, Function<Incoming, String> part) {
        return events.stream().map(part).toArray();
    }

    private static Set<Name> names(ResultSet rows) throws SQLException {
        Set<Name> names = new HashSet<>();
        while (rows.next()) {
            names.add(new Name(rows.getString(1), rows.getString(2)));
        }
        return names;
    }

    private static List<Incoming> among(List<Incoming> events, Set<Name> claimed) {
        List<Incoming> fresh = new ArrayList<>(claimed.size());
        for (Incoming event : events) {
            // Taken out, so that the second of two equal ones finds it gone.
            if (claimed.remove(new Name(event.source(), event.id()))) {
                fresh.add(event);
            }
        }
        return fresh;
    }
}
