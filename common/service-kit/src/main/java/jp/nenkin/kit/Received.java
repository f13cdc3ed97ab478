package jp.nenkin.kit;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.smallrye.faulttolerance.api.Guard;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.header.Header;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Gives a poll's events to their handler: once in effect, in order per key, in one transaction.
 *
 * <p>What cannot be processed is parked with every later event of its key, and the other keys go on. What fails only
 * for now, because a server is away, is tried until it works: the poll is not left before each of its events is in the
 * database one way or the other, and Kafka's offset is committed after that.
 */
@ApplicationScoped
public class Received {
    private static final Logger LOG = Logger.getLogger(Received.class);
    private static final int RELEASED_AT_ONCE = 1_000;

    private final ReceivedTable received;
    private final ParkedTable parked;
    private final TenantScope scope;
    private final Faults faults;
    private final Map<String, EventHandler> handlers;
    private final Guard whileItPasses;

    Received(
            ReceivedTable received,
            ParkedTable parked,
            TenantScope scope,
            Faults faults,
            @All List<EventHandler> handlers) {
        this.received = received;
        this.parked = parked;
        this.scope = scope;
        this.faults = faults;
        this.handlers = handlers.stream().collect(Collectors.toMap(EventHandler::topic, handler -> handler));
        this.whileItPasses = Guard.create()
                .withDescription("received")
                .withRetry()
                .maxRetries(-1)
                .maxDuration(0, ChronoUnit.SECONDS)
                .delay(100, ChronoUnit.MILLIS)
                .jitter(50, ChronoUnit.MILLIS)
                .whenException(faults::passes)
                .beforeRetry(fault -> LOG.warnf("Events not taken yet: %s", Faults.root(fault)))
                .withExponentialBackoff()
                .maxDelay(5, ChronoUnit.SECONDS)
                .done()
                .done()
                .build();
    }

    /**
     * What came of a retry: how many events took effect, how many of the key still wait, and why the first of them
     * does.
     */
    public record Released(
            int released, int waiting, @Nullable String reason) {}

    /** Takes the records of one poll; call it from a blocking batch consumer and return from there normally. */
    public void take(ConsumerRecords<String, byte[]> poll, EventHandler handler) {
        Set<String> types = handler.types();
        List<Incoming> events = new ArrayList<>(poll.count());
        for (ConsumerRecord<String, byte[]> record : poll) {
            // Asked of the header first: most of a topic is for others, and decoding it would cost more than all else.
            if (types.contains(header(record, "ce_type"))) {
                events.add(incoming(record));
            }
        }
        if (!events.isEmpty()) {
            scope.asSystem(() -> whileItPasses.get(() -> together(events, handler), Boolean.class));
        }
    }

    /** Empty if there is no such parked event. In order, up to the first event of the key that fails again. */
    Optional<Released> retry(UUID id, String officer) {
        return scope.asSystem(() ->
                QuarkusTransaction.requiringNew().call(() -> parked.line(id)).map(line -> release(line, officer)));
    }

    private boolean together(List<Incoming> events, EventHandler handler) {
        try {
            QuarkusTransaction.requiringNew().run(() -> process(events, handler));
        } catch (RuntimeException fault) {
            if (faults.passes(fault)) {
                throw fault;
            }
            events.forEach(event -> alone(event, handler));
        }
        return true;
    }

    private void alone(Incoming event, EventHandler handler) {
        try {
            QuarkusTransaction.requiringNew().run(() -> process(List.of(event), handler));
        } catch (RuntimeException fault) {
            if (faults.passes(fault)) {
                throw fault;
            }
            CannotProcess why = CannotProcess.because(fault);
            LOG.errorf(fault, "Parked %s %s-%d@%d", event.type(), event.topic(), event.partition(), event.offset());
            QuarkusTransaction.requiringNew().run(() -> park(List.of(event), why));
        }
    }

    private void process(List<Incoming> events, EventHandler handler) {
        Set<String> keys = events.stream().map(Incoming::key).collect(Collectors.toSet());
        Set<String> blocked = parked.blocked(handler.topic(), keys);
        Map<Boolean, List<Incoming>> byBlocked =
                events.stream().collect(Collectors.partitioningBy(event -> blocked.contains(event.key())));
        List<Incoming> free = Objects.requireNonNull(byBlocked.get(false));
        free.forEach(Received::refuseUnnamed);
        take(free, handler);
        park(
                Objects.requireNonNull(byBlocked.get(true)),
                new CannotProcess("waiting", "An earlier event of this key is parked"));
    }

    /** The handler comes first: it may need locks that a transaction takes before it has written anything. */
    private void take(List<Incoming> events, EventHandler handler) {
        List<Incoming> fresh = received.fresh(events);
        if (!fresh.isEmpty()) {
            handler.handle(fresh);
            received.record(fresh);
        }
    }

    private void park(List<Incoming> events, CannotProcess why) {
        events.forEach(event -> parked.park(event, why));
    }

    private Released release(ParkedTable.Line line, String officer) {
        EventHandler handler = Objects.requireNonNull(handlers.get(line.topic()), "No handler for " + line.topic());
        int released = 0;
        while (released < RELEASED_AT_ONCE) {
            Optional<ParkedTable.Head> head = QuarkusTransaction.requiringNew().call(() -> parked.head(line));
            if (head.isEmpty()) {
                return new Released(released, 0, null);
            }
            Optional<CannotProcess> refusal = release(line, head.get(), handler, officer);
            if (refusal.isPresent()) {
                return new Released(released, waiting(line), refusal.get().reason());
            }
            released++;
        }
        return new Released(released, waiting(line), null);
    }

    private Optional<CannotProcess> release(
            ParkedTable.Line line, ParkedTable.Head head, EventHandler handler, String officer) {
        try {
            QuarkusTransaction.requiringNew().run(() -> {
                parked.lock(line);
                refuseUnnamed(head.event());
                take(List.of(head.event()), handler);
                parked.release(head.id(), officer);
            });
            return Optional.empty();
        } catch (RuntimeException fault) {
            if (faults.passes(fault)) {
                throw fault;
            }
            CannotProcess why = CannotProcess.because(fault);
            LOG.warnf(fault, "Parked again %s", head.id());
            QuarkusTransaction.requiringNew().run(() -> parked.failedAgain(head.id(), why));
            return Optional.of(why);
        }
    }

    private int waiting(ParkedTable.Line line) {
        return QuarkusTransaction.requiringNew().call(() -> parked.waiting(line));
    }

    /** Without a name it could not be known again, and would take effect twice. */
    private static void refuseUnnamed(Incoming event) {
        if (!event.isNamed()) {
            throw new CannotProcess("malformed-event", "ce_id or ce_source is missing");
        }
    }

    private static Incoming incoming(ConsumerRecord<String, byte[]> record) {
        Map<String, String> headers = new HashMap<>();
        for (Header header : record.headers()) {
            headers.put(header.key(), text(header));
        }
        return new Incoming(
                record.topic(),
                record.partition(),
                record.offset(),
                Objects.requireNonNullElse(record.key(), ""),
                headers,
                Objects.requireNonNullElseGet(record.value(), () -> new byte[0]));
    }

    private static String header(ConsumerRecord<String, byte[]> record, String name) {
        Header header = record.headers().lastHeader(name);
        return header == null ? "" : text(header);
    }

    private static String text(Header header) {
        return header.value() == null ? "" : new String(header.value(), UTF_8);
    }
}
