package jp.nenkin.kit;

import java.io.IOException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Map;
import jp.nenkin.events.Event;
import jp.nenkin.events.EventJson;
import org.jspecify.annotations.Nullable;

/**
 * One event as it was received: a CloudEvent in binary mode.
 *
 * @param key empty if it has none
 * @param headers by name, as text
 * @param value the payload's bytes; empty for a tombstone
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared as a whole.
public record Incoming(
        String topic, int partition, long offset, String key, Map<String, String> headers, byte[] value) {
    public Incoming {
        headers = Map.copyOf(headers);
    }

    /** The producer's id of it; together with the source it never repeats. */
    public String id() {
        return header("ce_id");
    }

    public String source() {
        return header("ce_source");
    }

    /** The written name of its type, with its version. */
    public String type() {
        return header("ce_type");
    }

    /** When it happened, by its producer; null if that is not said or cannot be read. */
    public @Nullable Instant time() {
        try {
            return headers.containsKey("ce_time") ? Instant.parse(header("ce_time")) : null;
        } catch (DateTimeParseException unreadable) {
            return null;
        }
    }

    /**
     * The payload as its record.
     *
     * @throws CannotProcess {@code malformed-event} if it is none
     */
    public <T extends Event> T read(Class<T> type) {
        try {
            return EventJson.mapper().readValue(value, type);
        } catch (IOException unreadable) {
            throw new CannotProcess("malformed-event", type() + " cannot be read");
        }
    }

    boolean isNamed() {
        return !id().isEmpty() && !source().isEmpty();
    }

    private String header(String name) {
        return headers.getOrDefault(name, "");
    }
}
