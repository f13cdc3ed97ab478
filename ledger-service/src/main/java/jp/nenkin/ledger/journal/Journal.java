package jp.nenkin.ledger.journal;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import jp.nenkin.ledger.money.MemberNumber;
import org.jspecify.annotations.Nullable;

/** The event store; everything happens in the caller's transaction, which must have a role set. */
@ApplicationScoped
public class Journal extends Storage {
    private static final LocalDate FIRST_DAY = LocalDate.of(1, 1, 1);
    private static final LocalDate LAST_DAY = LocalDate.of(9999, 12, 31);
    private static final int MOST_MOVES = 10;

    private final Gate gate;
    private final JournalTable rows;
    private final StreamTable streams;
    private final SegmentTable segments;
    private volatile @Nullable SegmentHead lastSeen;

    public Journal(Gate gate, JournalTable rows, StreamTable streams, SegmentTable segments) {
        this.gate = gate;
        this.rows = rows;
        this.streams = streams;
        this.segments = segments;
    }

    /** A journal on a data source that gives the connection of the current transaction. */
    public static Journal on(DataSource source) {
        return on(new Database(source));
    }

    public static Journal on(Database database) {
        return new Journal(
                new Gate(database), new JournalTable(database), new StreamTable(database), new SegmentTable(database));
    }

    /**
     * Begins appending to streams of members: waits for their other appends and for a run's close, holds both off
     * until the transaction ends. Once in a transaction, before its first write.
     *
     * @param clock asked when nobody else can append to these members any more, so that a later row has no earlier time
     */
    public Append begin(Collection<MemberNumber> members, Clock clock) {
        return enter(members.stream().map(MemberNumber::value).collect(Collectors.toSet()), clock);
    }

    /** Begins appending for several commands, as {@link #begin} does for one, and reads what they will need. */
    AppendBatch batch(Collection<MemberNumber> members, Clock clock) {
        Append whole = begin(members, clock);
        JournalTable.Reading reading = read(head -> rows.newestOf(head, members));
        return new AppendBatch(this, reading.head(), whole.recordedAt(), complete(reading));
    }

    /** Begins appending to streams that belong to no member: rates, bills, years. */
    public Append beginCommon(Clock clock) {
        return enter(Set.of(0L), clock);
    }

    private Append enter(Set<Long> members, Clock clock) {
        gate.enter(members);
        return new Append(this, members, clock.instant().truncatedTo(ChronoUnit.MICROS));
    }

    /** A stream's newest row, in one statement unless the stream is closed or a run has just ended. */
    public Optional<NewestRow> newest(StreamId stream) {
        return newest(List.of(stream)).stream().findAny();
    }

    /** The newest rows of streams, in the order of their numbers; none for a stream without rows. */
    @Override
    public List<NewestRow> newest(Collection<StreamId> wanted) {
        return complete(read(head -> rows.newest(head, wanted)));
    }

    /** The newest rows of all streams of members, closed ones too, in the order of their numbers. */
    @Override
    public List<NewestRow> newestOf(Collection<MemberNumber> members) {
        return complete(read(head -> rows.newestOf(head, members)));
    }

    /** All streams of a member, closed ones too, in the order of their numbers. */
    public List<StreamId> streamsOf(MemberNumber member) {
        return streams.of(member);
    }

    /** All events of a stream, oldest first. */
    public List<StoredRow> history(StreamId stream) {
        return history(stream, FIRST_DAY, LAST_DAY);
    }

    /**
     * A stream's events by value date, oldest first.
     *
     * @param until the last value date that counts
     */
    public List<StoredRow> history(StreamId stream, LocalDate from, LocalDate until) {
        return rows.history(segments.holding(from, until), stream, from, until);
    }

    /** Writes rows that an append has found to follow, and what they mean for the registry. */
    @Override
    void write(List<StoredRow> stored, List<NewRow> news) {
        rows.insert(stored);
        streams.follow(news, stored.getFirst().segment());
    }

    /**
     * Writes the only row of a run's own stream, for the close of the run, whose session holds the gate alone.
     *
     * @param online the segment that the close has opened
     */
    public void complete(NewRow completed, int online, Instant recordedAt) {
        NewestRow.beforeTheFirst(completed).precedes(completed);
        Instant stored = recordedAt.truncatedTo(ChronoUnit.MICROS);
        byte[] hash = new HashChain().next(HashChain.origin(), online, stored, completed);
        write(List.of(StoredRow.of(completed, online, stored, hash)), List.of(completed));
    }

    /**
     * Makes known to the registry the streams that a run begins, before anyone can see them.
     *
     * @param segment what the run's table will be, where those lie that begin and end with it
     */
    public void register(List<OpenedStream> opened, int segment) {
        streams.register(opened, segment);
    }

    /** The head as the gate's holder finds it; nobody moves it before the transaction ends. */
    @Override
    public SegmentHead head() {
        return segments.head();
    }

    /** Reads by the names of the head last seen, and again when it turns out to have moved. */
    private JournalTable.Reading read(Function<SegmentHead, JournalTable.Reading> reader) {
        SegmentHead seen = lastSeen;
        SegmentHead head = seen == null ? segments.head() : seen;
        for (int moves = 0; moves < MOST_MOVES; moves++) {
            JournalTable.Reading reading = reader.apply(head);
            lastSeen = reading.head();
            if (reading.head().equals(head)) {
                return reading;
            }
            head = reading.head();
        }
        throw new IllegalStateException("the head moved " + MOST_MOVES + " times while it was read");
    }

    private List<NewestRow> complete(JournalTable.Reading reading) {
        if (reading.missing().isEmpty()) {
            return reading.rows();
        }
        List<NewestRow> all = new ArrayList<>(reading.rows());
        streams.closedSegments(reading.missing())
                .forEach((segment, closed) -> all.addAll(rows.lastIn(segment, closed)));
        all.sort(Comparator.comparing(NewestRow::stream));
        return all;
    }
}
