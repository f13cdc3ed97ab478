package jp.nenkin.kit;

import java.util.List;
import java.util.Set;

/** What a service does with the events of one topic: a bean that {@link Received} calls. */
public interface EventHandler {
    String topic();

    /** The written names of the types it knows; others are dropped unread. */
    Set<String> types();

    /**
     * Takes events that have not taken effect yet, in order per key, in one transaction with the system's scope.
     *
     * <p>Whatever it throws rolls all of them back; they are then given one by one, to find the one at fault.
     *
     * @throws CannotProcess if an event cannot be processed, ever or for now
     */
    void handle(List<Incoming> events);
}
