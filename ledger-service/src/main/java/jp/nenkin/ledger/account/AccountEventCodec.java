package jp.nenkin.ledger.account;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import jp.nenkin.events.EventJson;
import jp.nenkin.events.EventType;

/** Between an account's event and its published form, which is also the form it is stored in. */
public final class AccountEventCodec {
    // Whoever reads a million events looks up how each is read once.
    private static final Map<EventType, ObjectReader> READERS = new ConcurrentHashMap<>();

    private AccountEventCodec() {}

    /** The published form; its type is the written name under which it is stored and sent. */
    public static jp.nenkin.events.AccountEvent published(AccountEvent event) {
        return PublishedForm.of(event);
    }

    /** What an event is stored as: the very JSON of its published form. */
    static Stored stored(AccountEvent event) {
        return RunEventJson.of(event).orElseGet(() -> {
            jp.nenkin.events.AccountEvent published = published(event);
            return new Stored(EventType.of(published), bytes(published));
        });
    }

    /** An event as it is stored. */
    @SuppressWarnings("ArrayRecordComponent") // handed over, never compared
    record Stored(EventType type, byte[] payload) {}

    /** The event that a published form came from. */
    public static AccountEvent fromPublished(jp.nenkin.events.AccountEvent event) {
        return DomainForm.of(event);
    }

    /** The stored bytes of a published form: the very JSON that is sent. */
    public static byte[] bytes(jp.nenkin.events.LedgerEvent event) {
        try {
            return EventJson.mapper().writeValueAsBytes(event);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an event of type " + EventType.of(event) + " cannot be written", e);
        }
    }

    /**
     * Reads stored bytes.
     *
     * @param type the written name under which they were stored
     * @throws IllegalStateException when the type is no account event
     * @throws UncheckedIOException when the bytes are not of that type, which is corruption
     */
    public static AccountEvent read(String type, byte[] payload) {
        EventType form = EventType.named(type)
                .orElseThrow(() -> new IllegalStateException("no event is known by the name " + type));
        try {
            if (READERS.computeIfAbsent(form, AccountEventCodec::reader).readValue(payload)
                    instanceof jp.nenkin.events.AccountEvent event) {
                return fromPublished(event);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("a stored event of type " + type + " cannot be read", e);
        }
        throw new IllegalStateException(type + " is no event of an account");
    }

    private static ObjectReader reader(EventType type) {
        return EventJson.mapper().readerFor(type.record());
    }
}
