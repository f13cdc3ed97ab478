package jp.nenkin.kit;

import java.util.List;
import java.util.Optional;

/**
 * What the relay sends: a service's outbox or journal, read in an order that never changes.
 *
 * <p>Rows are numbered before they commit, so a source reads only below {@code pg_snapshot_xmin}, in the order of
 * (xid8, id). For that to be the order of a key, a transaction takes the key's {@code pg_advisory_xact_lock} before it
 * writes or locks any row. A row lock does not do: who waits for a row has its xid already, and one who comes later
 * may get the row first (seen: under 20 writers the third or fourth of ten events came too early).
 */
public interface RelaySource {
    /** The cursor's written name. */
    String name();

    /**
     * The records after this position, in a transaction with the system's scope. Empty also promises that there is
     * nothing to send until {@code pg_snapshot_xmin} moves: it is not asked again before.
     *
     * @param position where the last slice ended; empty at the very beginning
     * @return empty if nothing is there yet
     */
    Optional<Slice> next(String position);

    /** Some hundred records in order, perhaps none, and the position after them, which only the source can read. */
    record Slice(List<Outgoing> records, String position) {
        public Slice {
            records = List.copyOf(records);
        }
    }
}
