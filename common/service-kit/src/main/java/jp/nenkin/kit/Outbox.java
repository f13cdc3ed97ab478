package jp.nenkin.kit;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import jp.nenkin.events.Event;
import jp.nenkin.events.EventJson;
import jp.nenkin.events.EventType;
import jp.nenkin.events.Topics;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** Where the facts' own transaction leaves the events for the relay. */
@ApplicationScoped
public class Outbox {
    // One statement for however many there are, so that the server keeps one plan.
    private static final String INSERT = """
            INSERT INTO outbox (event_id, topic, partition, key, type, payload, occurred_at, traceparent)
            SELECT e.event_id, e.topic, e.partition, e.key, e.type, e.payload, ?::timestamptz, ?::text
              FROM unnest(?::uuid[], ?::text[], ?::integer[], ?::text[], ?::text[], ?::text[]) WITH ORDINALITY
                   AS e (event_id, topic, partition, key, type, payload, place)
             ORDER BY e.place
            """;

    private final EntityManager entities;
    private final Ids ids;
    private final Clock clock;
    private final Trace trace;

    Outbox(EntityManager entities, Ids ids, Clock clock, Trace trace) {
        this.trace = trace;
        this.entities = entities;
        this.ids = ids;
        this.clock = clock;
    }

    /** Leaves events in the order given; those of one key are sent in it. */
    public void publish(List<? extends Event> events) {
        insert(events.stream().map(event -> new Addressed(event, null)).toList());
    }

    /** Leaves one record of a barrier event for each partition of its topic. */
    public void publishToEveryPartition(Event barrier) {
        insert(IntStream.range(0, Topics.PARTITIONS)
                .mapToObj(partition -> new Addressed(barrier, partition))
                .toList());
    }

    private void insert(List<Addressed> records) {
        entities.unwrap(Session.class).doWork(connection -> insert(connection, records));
    }

    private void insert(Connection connection, List<Addressed> records) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setObject(1, OffsetDateTime.ofInstant(clock.instant(), clock.getZone()));
            insert.setString(2, trace.parent());
            insert.setArray(3, array(connection, "uuid", records, _ -> ids.next()));
            insert.setArray(
                    4, array(connection, "text", records, record -> type(record).topic()));
            insert.setArray(5, array(connection, "integer", records, Addressed::partition));
            insert.setArray(
                    6,
                    array(connection, "text", records, record -> record.event().key()));
            insert.setArray(
                    7, array(connection, "text", records, record -> type(record).writtenName()));
            insert.setArray(8, array(connection, "text", records, record -> json(record.event())));
            insert.executeUpdate();
        }
    }

    private static Array array(
            Connection connection, String type, List<Addressed> records, Function<Addressed, @Nullable Object> value)
            throws SQLException {
        return connection.createArrayOf(type, records.stream().map(value).toArray());
    }

    private static EventType type(Addressed record) {
        return EventType.of(record.event());
    }

    private static String json(Event event) {
        try {
            return EventJson.mapper().writeValueAsString(event);
        } catch (JsonProcessingException fault) {
            throw new IllegalStateException("An event that cannot be written: " + event.key(), fault);
        }
    }

    private record Addressed(Event event, @Nullable Integer partition) {}
}
