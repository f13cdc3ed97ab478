package jp.nenkin.ledger.journal;

import java.time.Instant;
import java.time.LocalDate;
import jp.nenkin.ledger.money.Yen;

/** An event as it is stored. */
// The arrays are handed over and never changed; a copy per row would cost a run as much as its rules.
@SuppressWarnings("ArrayRecordComponent")
public record StoredRow(
        int segment,
        StreamId stream,
        int version,
        String type,
        LocalDate valueDate,
        Yen amount,
        Yen balance,
        Instant recordedAt,
        byte[] payload,
        byte[] state,
        byte[] hash) {

    /** The type of a run's row that holds a stream's state and is no event. */
    public static final String CARRIED = "CARRIED";

    /** The stored row that a new one becomes. */
    static StoredRow of(NewRow row, int segment, Instant recordedAt, byte[] hash) {
        return new StoredRow(
                segment,
                row.stream(),
                row.version(),
                row.type(),
                row.valueDate(),
                row.amount(),
                row.balance(),
                recordedAt,
                row.payload(),
                row.state(),
                hash);
    }
}
