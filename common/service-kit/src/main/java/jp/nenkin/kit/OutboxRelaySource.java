package jp.nenkin.kit;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.nenkin.events.CloudEventHeaders;
import jp.nenkin.events.EventType;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/**
 * Reads the outbox for the relay, in the order (xid, id) below the oldest transaction that still runs; a service whose
 * events lie elsewhere has a source of its own, which then stands in its place.
 */
@DefaultBean
@ApplicationScoped
class OutboxRelaySource implements RelaySource {
    private static final String NEXT = """
            SELECT xid::text, id, event_id, topic, partition, key, type, payload, occurred_at, traceparent
              FROM outbox
             WHERE (xid, id) > (?::xid8, ?) AND xid < pg_snapshot_xmin(pg_current_snapshot())
             ORDER BY xid, id
             LIMIT 500
            """;

    private final EntityManager entities;

    OutboxRelaySource(EntityManager entities) {
        this.entities = entities;
    }

    @Override
    public String name() {
        return "outbox";
    }

    @Override
    public Optional<Slice> next(String position) {
        Position after = position.isEmpty() ? new Position("0", 0) : Position.read(position);
        List<Sent> next = entities.unwrap(Session.class).doReturningWork(connection -> after(connection, after));
        return next.isEmpty()
                ? Optional.empty()
                : Optional.of(new Slice(
                        next.stream().map(Sent::record).toList(),
                        next.getLast().position().toString()));
    }

    private static List<Sent> after(Connection connection, Position position) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(NEXT)) {
            select.setString(1, position.xid());
            select.setLong(2, position.id());
            try (ResultSet row = select.executeQuery()) {
                List<Sent> next = new ArrayList<>();
                while (row.next()) {
                    next.add(new Sent(record(row), new Position(row.getString("xid"), row.getLong("id"))));
                }
                return next;
            }
        }
    }

    private static Outgoing record(ResultSet row) throws SQLException {
        EventType type = EventType.named(row.getString("type")).orElseThrow();
        Map<String, String> headers = CloudEventHeaders.of(
                type,
                row.getString("event_id"),
                row.getObject("occurred_at", OffsetDateTime.class).toInstant());
        @Nullable String traceparent = row.getString("traceparent");
        if (traceparent != null) {
            headers.put("traceparent", traceparent);
        }
        return new Outgoing(
                row.getString("topic"),
                row.getObject("partition", Integer.class),
                row.getString("key"),
                headers,
                row.getString("payload").getBytes(UTF_8));
    }

    private record Sent(Outgoing record, Position position) {}

    /** A place in the outbox: the row last sent. */
    private record Position(String xid, long id) {
        static Position read(String written) {
            int slash = written.indexOf('/');
            return new Position(written.substring(0, slash), Long.parseLong(written.substring(slash + 1)));
        }

        @Override
        public String toString() {
            return xid + "/" + id;
        }
    }
}
