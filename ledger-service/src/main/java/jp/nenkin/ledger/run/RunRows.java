package jp.nenkin.ledger.run;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import jp.nenkin.ledger.journal.HashChain;
import jp.nenkin.ledger.journal.NewRow;
import jp.nenkin.ledger.journal.NewestRow;
import jp.nenkin.ledger.journal.StoredRow;
import jp.nenkin.ledger.money.Yen;
import org.jspecify.annotations.Nullable;

/** The rows of a run's table, written as they are decided, and what they add up to. */
final class RunRows {
    static final String COLUMNS =
            "stream, amount, balance, recorded_at, version, segment, value_date, type, hash, state, payload";
    private static final int FIELDS = 11;
    private static final byte[] CARRIED = StoredRow.CARRIED.getBytes(UTF_8);
    private static final byte[] NOTHING = new byte[0];

    private final CopyWriter copy;
    private final int segment;
    private final Instant recordedAt;
    private final long recordedMicros;
    private final HashChain chain = new HashChain();
    private final List<NewRow> leaving = new ArrayList<>();
    private long streams;
    private long events;
    private long opened;
    private long amount;
    private @Nullable LocalDate earliest;
    private @Nullable LocalDate latest;

    /** Rows for a segment; the time in whole microseconds. */
    RunRows(CopyWriter.Blocks blocks, int segment, Instant recordedAt) {
        this.copy = new CopyWriter(blocks, FIELDS);
        this.segment = segment;
        this.recordedAt = recordedAt;
        this.recordedMicros = CopyWriter.micros(recordedAt);
    }

    /** A stream's state for the next run, and no event. */
    void carry(NewestRow row) {
        streams++;
        begin(row.stream().value(), 0, row.balance().amount(), row.version());
        copy.write(row.valueDate());
        copy.write(CARRIED);
        copy.write(row.hash());
        copy.write(row.state());
        copy.write(NOTHING);
    }

    /** An event that follows a stream's newest row. */
    void follow(NewestRow before, NewRow row) {
        before.precedes(row);
        byte[] hash = chain.next(before.hash(), segment, recordedAt, row);
        begin(row.stream().value(), row.amount().amount(), row.balance().amount(), row.version());
        copy.write(row.valueDate());
        copy.write(row.type().getBytes(UTF_8));
        copy.write(hash);
        copy.write(row.state());
        copy.write(row.payload());
        count(row);
    }

    void end() {
        copy.end();
    }

    private void begin(long stream, long rowAmount, long balance, int version) {
        copy.row();
        copy.write(stream);
        copy.write(rowAmount);
        copy.write(balance);
        copy.write(recordedMicros);
        copy.write(version);
        copy.write(segment);
    }

    private void count(NewRow row) {
        streams++;
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
            case OPENS -> opened++;
            case CLOSES -> leaving.add(row);
            case REOPENS, OPENS_AND_CLOSES ->
                throw new IllegalArgumentException("a run cannot write a row that " + row.standing());
        }
    }

    RunTotals totals() {
        return new RunTotals(streams, events, new Yen(amount));
    }

    /** How many streams were reached. */
    long streams() {
        return streams;
    }

    /** Whether streams began here, which the registry does not know yet. */
    boolean hasOpened() {
        return opened > 0;
    }

    /** The rows after which their streams are in no later generation. */
    List<NewRow> leaving() {
        return leaving;
    }

    /** The earliest value date of an event; null without events. */
    @Nullable
    LocalDate earliest() {
        return earliest;
    }

    /** The latest value date of an event; null without events. */
    @Nullable
    LocalDate latest() {
        return latest;
    }
}
