package jp.nenkin.ledger.run;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import jp.nenkin.kit.CopyWriter;
import jp.nenkin.ledger.journal.HashChain;
import jp.nenkin.ledger.journal.NewRow;
import jp.nenkin.ledger.journal.NewestRow;
import jp.nenkin.ledger.journal.OpenedStream;
import jp.nenkin.ledger.journal.StoredRow;
import jp.nenkin.ledger.journal.StreamId;
import jp.nenkin.ledger.money.Yen;
import org.jspecify.annotations.Nullable;

/** The rows of a run's table, written as they are decided, and what they add up to. */
final class RunRows {
    static final String COLUMNS =
            "stream, recorded_at, version, segment, amount, balance, value_date, type, hash, state, payload";
    private static final int FIELDS = 11;
    private static final byte[] CARRIED = StoredRow.CARRIED.getBytes(UTF_8);
    private static final byte[] NOTHING = new byte[0];

    private final CopyWriter copy;
    private final int segment;
    private final Instant now;
    private final HashChain chain = new HashChain();
    private final List<OpenedStream> opened = new ArrayList<>();
    private final List<Leaving> leaving = new ArrayList<>();
    private long streams;
    private long events;
    private long amount;
    private @Nullable LocalDate earliest;
    private @Nullable LocalDate latest;

    /** A stream that a row closes, and the row's hash. */
    @SuppressWarnings("ArrayRecordComponent") // handed over, never compared
    record Leaving(StreamId stream, byte[] hash) {}

    /** Rows for a segment; the time in whole microseconds. */
    RunRows(CopyWriter.Blocks blocks, int segment, Instant now) {
        this.copy = new CopyWriter(blocks, FIELDS);
        this.segment = segment;
        this.now = now;
    }

    /** Counts a stream, whose rows come next. */
    void reach() {
        streams++;
    }

    /** A stream's state for the next run, and no event. */
    void carry(NewestRow row) {
        begin(row.stream(), row.notBefore(now), row.version());
        copy.write(0L);
        copy.write(row.balance().amount());
        copy.write(row.valueDate());
        copy.write(CARRIED);
        copy.write(row.hash());
        copy.write(row.state());
        copy.write(NOTHING);
    }

    /** An event that follows a stream's newest row; gives what the next event follows. */
    NewestRow follow(NewestRow before, NewRow row) {
        before.precedes(row);
        Instant recordedAt = before.notBefore(now);
        byte[] hash = chain.next(before.hash(), segment, recordedAt, row);
        begin(row.stream(), recordedAt, row.version());
        copy.write(row.amount().amount());
        copy.write(row.balance().amount());
        copy.write(row.valueDate());
        copy.write(row.type().getBytes(UTF_8));
        copy.write(hash);
        copy.write(row.state());
        copy.write(row.payload());
        count(row, hash);
        return NewestRow.of(row, recordedAt, hash);
    }

    void end() {
        copy.end();
    }

    private void begin(StreamId stream, Instant recordedAt, int version) {
        copy.row();
        copy.write(stream.value());
        copy.write(CopyWriter.micros(recordedAt));
        copy.write(version);
        copy.write(segment);
    }

    private void count(NewRow row, byte[] hash) {
        events++;
        amount = Math.addExact(amount, row.amount().amount());
        if (earliest == null || row.valueDate().isBefore(earliest)) {
            earliest = row.valueDate();
        }
        if (latest == null || row.valueDate().isAfter(latest)) {
            latest = row.valueDate();
        }
        switch (row.standing()) {
            case GOES_ON -> {}
            case OPENS -> opened.add(new OpenedStream(row.stream(), row.valueDate(), false));
            case OPENS_AND_CLOSES -> opened.add(new OpenedStream(row.stream(), row.valueDate(), true));
            case CLOSES -> leaving.add(new Leaving(row.stream(), hash));
            case REOPENS -> throw new IllegalArgumentException("a run does not reach a stream that a row reopens");
        }
    }

    RunTotals totals() {
        return new RunTotals(streams, events, new Yen(amount));
    }

    /** How many streams were reached. */
    long streams() {
        return streams;
    }

    /** The streams that begin here, which the registry does not know yet. */
    List<OpenedStream> opened() {
        return opened;
    }

    /** The streams that are in no later generation. */
    List<Leaving> leaving() {
        return leaving;
    }

    /** The value dates of the events. */
    ValueDates valueDates() {
        return new ValueDates(earliest, latest);
    }
}
