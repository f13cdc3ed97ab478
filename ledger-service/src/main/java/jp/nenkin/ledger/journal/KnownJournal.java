package jp.nenkin.ledger.journal;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import jp.nenkin.kit.Problem;
import jp.nenkin.ledger.journal.SegmentTable.Segment;
import jp.nenkin.ledger.problem.LedgerProblem;
import org.jspecify.annotations.Nullable;

/**
 * The journal as it was known at an instant: what came one by one from its recording on, a run's rows from its close,
 * since nobody saw them before.
 *
 * <p>Such an answer is final: no append that is still under way can add to it, because one that may is waited for.
 */
@ApplicationScoped
public class KnownJournal {
    private static final Duration SHORTLY = Duration.ofSeconds(1);

    private final Gate gate;
    private final JournalTable rows;
    private final SegmentTable segments;
    private final Clock clock;

    KnownJournal(Gate gate, JournalTable rows, SegmentTable segments, Clock clock) {
        this.gate = gate;
        this.rows = rows;
        this.segments = segments;
        this.clock = clock;
    }

    /** The same on connections outside the service. */
    public static KnownJournal on(Database database, Clock clock) {
        return new KnownJournal(new Gate(database), new JournalTable(database), new SegmentTable(database), clock);
    }

    /**
     * An event and when it became known.
     *
     * @param from its recording, or the close of the run that wrote it
     */
    public record KnownEvent(StoredRow row, Instant from) {}

    /**
     * Events and the runs that were over.
     *
     * @param events by stream and version
     * @param runs the numbers of all runs whose rows were known, in other streams too
     */
    public record Known(List<KnownEvent> events, Set<Long> runs) {
        public Known {
            events = List.copyOf(events);
            runs = Set.copyOf(runs);
        }

        /** One stream's events, oldest first. */
        public List<KnownEvent> of(StreamId stream) {
            return events.stream()
                    .filter(event -> event.row().stream().equals(stream))
                    .toList();
        }
    }

    /** A stream's events, as {@link #events} gives them. */
    public List<KnownEvent> history(StreamId stream, @Nullable Instant knownAt) {
        return events(stream, stream, knownAt).events();
    }

    /**
     * The events of streams whose numbers follow each other, all of them from one snapshot.
     *
     * @param knownAt none for all that is known now
     * @throws Problem 422 for an instant to come, 409 for one that an append under way may still belong to
     */
    public Known events(StreamId first, StreamId last, @Nullable Instant knownAt) {
        if (knownAt != null) {
            requireSettled(knownAt);
        }
        Map<Integer, Segment> known = new TreeMap<>();
        segments.all().stream()
                .filter(segment -> segment.isKnown(knownAt))
                .forEach(segment -> known.put(segment.id(), segment));
        List<KnownEvent> events = rows.events(List.copyOf(known.keySet()), first, last).stream()
                .map(row -> new KnownEvent(
                        row, Objects.requireNonNull(known.get(row.segment())).knownFrom(row)))
                .filter(event -> knownAt == null || !event.from().isAfter(knownAt))
                .toList();
        return new Known(
                events,
                known.values().stream()
                        .map(Segment::run)
                        .filter(Objects::nonNull)
                        .collect(Collectors.toSet()));
    }

    /** By the clock first and then by the gate: who is not seen at the gate has committed, or takes a later time. */
    private void requireSettled(Instant knownAt) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        if (knownAt.isAfter(now)) {
            throw Problem.of(LedgerProblem.KNOWN_AT_TO_COME).with("now", now.toString());
        }
        Instant settled = gate.longestUnderWay().map(now::minus).orElse(now);
        if (!knownAt.isBefore(settled)) {
            throw Problem.of(LedgerProblem.KNOWN_AT_NOT_SETTLED)
                    .with("settled", settled.toString())
                    .retryAfter(SHORTLY);
        }
    }
}
