package jp.nenkin.ledger.seal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import jp.nenkin.ledger.journal.StoredRow;
import jp.nenkin.ledger.journal.StreamId;
import jp.nenkin.ledger.money.Yen;
import jp.nenkin.ledger.run.CopyReader;

/**
 * A row as a verification reads it.
 *
 * @param transaction the number of the transaction that wrote it; 0 of a run's row
 */
record WalkedRow(StoredRow row, long transaction) {
    static final int FIELDS = 12;

    private static final String FIXED = "stream, version, segment, amount, balance, recorded_at, value_date";
    private static final Instant TIME_ORIGIN = Instant.parse("2000-01-01T00:00:00Z");

    /** The columns of rows that are wanted whole. */
    static String columns(boolean online) {
        String transaction = online ? "xid::text::bigint" : "0::bigint";
        return FIXED + ", " + transaction + " as transaction, type, hash, state, payload";
    }

    /** The columns of rows that others go on from: what they say of their event is not asked again. */
    static String givenColumns() {
        return FIXED + ", 0::bigint as transaction, type, hash, state, ''::bytea as payload";
    }

    /** Reads the row that the reader has come to. */
    static WalkedRow read(CopyReader copy) {
        StreamId stream = new StreamId(copy.readLong());
        int version = copy.readInt();
        int segment = copy.readInt();
        Yen amount = new Yen(copy.readLong());
        Yen balance = new Yen(copy.readLong());
        Instant recordedAt = TIME_ORIGIN.plus(copy.readLong(), ChronoUnit.MICROS);
        LocalDate valueDate = copy.readDate();
        long transaction = copy.readLong();
        String type = new String(copy.readBytes(), UTF_8);
        byte[] hash = copy.readBytes();
        byte[] state = copy.readBytes();
        byte[] payload = copy.readBytes();
        return new WalkedRow(
                new StoredRow(
                        segment, stream, version, type, valueDate, amount, balance, recordedAt, payload, state, hash),
                transaction);
    }
}
