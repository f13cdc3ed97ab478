package jp.nenkin.kit;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
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
    private static final String INSERT = """
            INSERT INTO outbox (event_id, topic, partition, key, type, payload, occurred_at, traceparent)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
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
        String traceparent = trace.parent();
        OffsetDateTime now = OffsetDateTime.ofInstant(clock.instant(), clock.getZone());
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            for (Addressed record : records) {
                EventType type = EventType.of(record.event());
                insert.setObject(1, ids.next());
                insert.setString(2, type.topic());
                insert.setObject(3, record.partition(), Types.INTEGER);
                insert.setString(4, record.event().key());
                insert.setString(5, type.writtenName());
                insert.setString(6, json(record.event()));
                insert.setObject(7, now);
                insert.setString(8, traceparent);
                insert.addBatch();
            }
            insert.executeBatch();
        }
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
