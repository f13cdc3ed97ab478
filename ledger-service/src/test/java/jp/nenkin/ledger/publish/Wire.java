package jp.nenkin.ledger.publish;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import jp.nenkin.kit.RelaySource;
import jp.nenkin.ledger.journal.Database;
import jp.nenkin.ledger.journal.ServiceConnections;

/** What the relay is given of the journal, followed in its order. */
final class Wire {
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);

    private final ServiceConnections database;
    private final JournalRelaySource source;
    private final Map<String, Integer> versions = new HashMap<>();
    private final List<String> faults = new ArrayList<>();
    private long events;

    Wire(ServiceConnections database) {
        this.database = database;
        this.source = new JournalRelaySource(new Database(database));
    }

    /** Takes all there is, until nothing more is appended. */
    Wire follow(AtomicBoolean appended) {
        String position = "";
        while (true) {
            boolean last = appended.get();
            String from = position;
            Optional<RelaySource.Slice> slice = database.asSystem(() -> source.next(from));
            if (slice.isEmpty() && last) {
                return this;
            }
            if (slice.isEmpty()) {
                LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
            }
            position = slice.map(RelaySource.Slice::position).orElse(from);
            slice.ifPresent(sent ->
                    sent.records().forEach(record -> hear(record.headers().getOrDefault("ce_id", ""))));
        }
    }

    /** An event's id is its stream and its version; what belongs to no member, or goes everywhere, is left out. */
    private void hear(String id) {
        String[] parts = id.split(":", -1);
        if (parts.length != 2 || id.startsWith("-")) {
            return;
        }
        int version = Integer.parseInt(parts[1]);
        Integer before = versions.put(parts[0], version);
        if (version != (before == null ? 0 : before) + 1) {
            faults.add("stream " + parts[0] + " was told " + version + " after " + before);
        }
        events++;
    }

    /** Where a stream's events came in another order than its own. */
    List<String> faults() {
        return faults;
    }

    long events() {
        return events;
    }
}
