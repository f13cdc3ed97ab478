package jp.nenkin.kit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jp.nenkin.events.Event;

/**
 * What holds after the events of a compacted topic: the last record of each key, and no record after a tombstone.
 *
 * @param known in the order of their keys' first events
 * @param erased keys whose last record is a tombstone
 */
public record LatestEvents<T extends Event>(List<T> known, List<String> erased) {

    /** What holds after these events. */
    public static <T extends Event> LatestEvents<T> of(List<Incoming> events, Class<T> type) {
        Map<String, Incoming> last = new LinkedHashMap<>();
        events.forEach(event -> last.put(event.key(), event));
        List<T> known = new ArrayList<>();
        List<String> erased = new ArrayList<>();
        last.forEach((key, event) -> {
            if (event.value().length == 0) {
                erased.add(key);
            } else {
                known.add(read(event, type));
            }
        });
        return new LatestEvents<>(known, erased);
    }

    private static <T extends Event> T read(Incoming event, Class<T> type) {
        T read = event.read(type);
        if (!read.key().equals(event.key())) {
            throw new CannotProcess("malformed-event", event.type() + " has another key");
        }
        return read;
    }
}
