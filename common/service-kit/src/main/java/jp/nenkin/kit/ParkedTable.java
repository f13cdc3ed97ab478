package jp.nenkin.kit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/** Events that could not be processed, each with all later ones of its key. */
@ApplicationScoped
class ParkedTable {
    private static final TypeReference<Map<String, String>> HEADERS = new TypeReference<>() {};

    private final AgroalDataSource database;
    private final Clock clock;
    private final Ids ids;
    private final ObjectMapper json;

    ParkedTable(AgroalDataSource database, Clock clock, Ids ids, ObjectMapper json) {
        this.database = database;
        this.clock = clock;
        this.ids = ids;
        this.json = json;
    }

    /** A line of events, all of one topic and key: processed in order or not at all. */
    record Line(String topic, String key) {}

    /** The first event of a line. */
    record Head(UUID id, Incoming event) {}

    /**
     * Those of the keys behind which events wait, locked until the transaction ends.
     *
     * <p>Asked again under the lock: an officer's retry may just have released the last one, and an event parked behind
     * nothing would wait for ever.
     */
    Set<String> blocked(String topic, Collection<String> keys) {
        Set<String> found = waiting(topic, keys);
        if (found.isEmpty()) {
            return found;
        }
        found.forEach(key -> lock(new Line(topic, key)));
        return waiting(topic, found);
    }

    /** Whoever changes a line holds this until the transaction ends. */
    void lock(Line line) {
        try (Connection connection = database.getConnection();
                PreparedStatement lock = connection.prepareStatement(
                        "SELECT pg_advisory_xact_lock(hashtextextended(?, hashtextextended(?, 1)))")) {
            lock.setString(1, line.key());
            lock.setString(2, line.topic());
            lock.execute();
        } catch (SQLException fault) {
            throw new TableFault(fault);
        }
    }

    void park(Incoming event, CannotProcess why) {
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement("""
                        INSERT INTO parked_event (id, topic, "partition", "offset", key, source, event_id, type,
                                                  headers, value, reason, detail, parked_at)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?, ?)
                            ON CONFLICT DO NOTHING
                        """)) {
            insert.setObject(1, ids.next());
            insert.setString(2, event.topic());
            insert.setInt(3, event.partition());
            insert.setLong(4, event.offset());
            insert.setString(5, event.key());
            insert.setString(6, event.source());
            insert.setString(7, event.id());
            insert.setString(8, event.type());
            insert.setString(9, text(event.headers()));
            insert.setBytes(10, event.value());
            insert.setString(11, why.reason());
            insert.setString(12, why.detail());
            insert.setObject(13, OffsetDateTime.now(clock));
            insert.executeUpdate();
        } catch (SQLException fault) {
            throw new TableFault(fault);
        }
    }

    List<ParkedEvent> list(long after, int limit) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement("""
                        SELECT id, position, topic, "partition", "offset", key, type, event_id, reason, detail,
                               parked_at, attempts
                          FROM parked_event
                         WHERE released_at IS NULL AND position > ?
                         ORDER BY position
                         LIMIT ?
                        """)) {
            select.setLong(1, after);
            select.setInt(2, limit);
            try (ResultSet rows = select.executeQuery()) {
                List<ParkedEvent> found = new ArrayList<>();
                while (rows.next()) {
                    found.add(parked(rows));
                }
                return found;
            }
        } catch (SQLException fault) {
            throw new TableFault(fault);
        }
    }

    Optional<Line> line(UUID id) {
        try (Connection connection = database.getConnection();
                PreparedStatement select =
                        connection.prepareStatement("SELECT topic, key FROM parked_event WHERE id = ?")) {
            select.setObject(1, id);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(new Line(row.getString(1), row.getString(2))) : Optional.empty();
            }
        } catch (SQLException fault) {
            throw new TableFault(fault);
        }
    }

    Optional<Head> head(Line line) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement("""
                        SELECT id, "partition", "offset", headers, value
                          FROM parked_event
                         WHERE topic = ? AND key = ? AND released_at IS NULL
                         ORDER BY position
                         LIMIT 1
                        """)) {
            select.setString(1, line.topic());
            select.setString(2, line.key());
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(head(line, row)) : Optional.empty();
            }
        } catch (SQLException fault) {
            throw new TableFault(fault);
        }
    }

    int waiting(Line line) {
        try (Connection connection = database.getConnection();
                PreparedStatement count = connection.prepareStatement(
                        "SELECT count(*) FROM parked_event WHERE topic = ? AND key = ? AND released_at IS NULL")) {
            count.setString(1, line.topic());
            count.setString(2, line.key());
            try (ResultSet row = count.executeQuery()) {
                return row.next() ? row.getInt(1) : 0;
            }
        } catch (SQLException fault) {
            throw new TableFault(fault);
        }
    }

    void release(UUID id, String officer) {
        try (Connection connection = database.getConnection();
                PreparedStatement update = connection.prepareStatement(
                        "UPDATE parked_event SET released_at = ?, released_by = ? WHERE id = ?")) {
            update.setObject(1, OffsetDateTime.now(clock));
            update.setString(2, officer);
            update.setObject(3, id);
            update.executeUpdate();
        } catch (SQLException fault) {
            throw new TableFault(fault);
        }
    }

    void failedAgain(UUID id, CannotProcess why) {
        try (Connection connection = database.getConnection();
                PreparedStatement update = connection.prepareStatement(
                        "UPDATE parked_event SET reason = ?, detail = ?, attempts = attempts + 1 WHERE id = ?")) {
            update.setString(1, why.reason());
            update.setString(2, why.detail());
            update.setObject(3, id);
            update.executeUpdate();
        } catch (SQLException fault) {
            throw new TableFault(fault);
        }
    }

    /** In order, so that two that lock the same keys cannot wait for each other. */
    private Set<String> waiting(String topic, Collection<String> keys) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement("""
                        SELECT DISTINCT key FROM parked_event
                         WHERE topic = ? AND key = ANY (?) AND released_at IS NULL
                        """)) {
            select.setString(1, topic);
            select.setArray(2, connection.createArrayOf("text", keys.toArray()));
            try (ResultSet rows = select.executeQuery()) {
                Set<String> found = new TreeSet<>();
                while (rows.next()) {
                    found.add(rows.getString(1));
                }
                return found;
            }
        } catch (SQLException fault) {
            throw new TableFault(fault);
        }
    }

    private static ParkedEvent parked(ResultSet row) throws SQLException {
        return new ParkedEvent(
                row.getObject(1, UUID.class),
                row.getLong(2),
                row.getString(3),
                row.getInt(4),
                row.getLong(5),
                row.getString(6),
                row.getString(7),
                row.getString(8),
                row.getString(9),
                row.getString(10),
                row.getObject(11, OffsetDateTime.class).toInstant(),
                row.getInt(12));
    }

    private Head head(Line line, ResultSet row) throws SQLException {
        return new Head(
                row.getObject(1, UUID.class),
                new Incoming(
                        line.topic(),
                        row.getInt(2),
                        row.getLong(3),
                        line.key(),
                        headers(row.getString(4)),
                        row.getBytes(5)));
    }

    private String text(Map<String, String> headers) {
        try {
            return json.writeValueAsString(headers);
        } catch (JsonProcessingException fault) {
            throw new IllegalStateException(fault);
        }
    }

    private Map<String, String> headers(String text) {
        try {
            return json.readValue(text, HEADERS);
        } catch (JsonProcessingException fault) {
            throw new IllegalStateException(fault);
        }
    }
}
