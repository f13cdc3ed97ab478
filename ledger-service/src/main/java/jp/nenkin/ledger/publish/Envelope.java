package jp.nenkin.ledger.publish;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jp.nenkin.events.CloudEventHeaders;
import jp.nenkin.events.Event;
import jp.nenkin.events.EventJson;
import jp.nenkin.events.EventType;
import jp.nenkin.events.Topics;
import jp.nenkin.kit.Outgoing;
import jp.nenkin.ledger.journal.StreamId;

/** Puts events of the journal into the records that carry them. */
final class Envelope {
    /** What every reader of every partition must see, after all that came before it. */
    private static final Set<EventType> BARRIERS = Set.of(EventType.RUN_COMPLETED, EventType.YEAR_CLOSED);

    private Envelope() {}

    /** The records of rows in their order: none for what is not published, one for each partition for a barrier. */
    static List<Outgoing> records(List<PublishedRow> rows) {
        return rows.stream().flatMap(Envelope::records).toList();
    }

    private static Stream<Outgoing> records(PublishedRow row) {
        return EventType.named(row.type()).stream()
                // A member's facts are stored as they were told; they are not the ledger's to tell.
                .filter(type -> type.topic().equals(Topics.LEDGER_EVENTS))
                .flatMap(type -> BARRIERS.contains(type) ? barrier(type, row) : Stream.of(single(type, row)));
    }

    private static Outgoing single(EventType type, PublishedRow row) {
        String id = row.stream().eventId(row.version());
        return new Outgoing(
                type.topic(), null, key(type, row), CloudEventHeaders.of(type, id, row.recordedAt()), row.payload());
    }

    private static Stream<Outgoing> barrier(EventType type, PublishedRow row) {
        String id = row.stream().eventId(row.version());
        String key = key(type, row);
        return IntStream.range(0, Topics.PARTITIONS)
                .mapToObj(partition -> new Outgoing(
                        type.topic(),
                        partition,
                        key,
                        CloudEventHeaders.of(type, id + ":" + partition, row.recordedAt()),
                        row.payload()));
    }

    /** A member's events go by the member's number, which the stream knows; the few others by what they say. */
    private static String key(EventType type, PublishedRow row) {
        return switch (row.stream().kind()) {
            case ACCOUNT, MEMBER, STATEMENT, QUOTE -> row.stream().member().toString();
            case RATE, RUN, SEAL, BILL, YEAR -> read(type, row).key();
        };
    }

    private static Event read(EventType type, PublishedRow row) {
        try {
            return EventJson.mapper().readValue(row.payload(), type.record());
        } catch (IOException fault) {
            StreamId stream = row.stream();
            throw new UncheckedIOException("event " + stream.eventId(row.version()) + " cannot be read", fault);
        }
    }
}
