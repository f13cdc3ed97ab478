package jp.nenkin.ledger.journal;

import java.time.LocalDate;
import jp.nenkin.ledger.money.Yen;

/**
 * An event to append.
 *
 * @param version the version it must get: one more than the stream's newest row has
 * @param type the written name
 * @param balance the stream's balance after it: the balance before plus the amount
 * @param payload the event's JSON as it is published
 * @param state what the next decision needs; opaque here
 */
// The arrays are handed over and never changed; a copy per row would cost a run as much as its rules.
@SuppressWarnings("ArrayRecordComponent")
public record NewRow(
        StreamId stream,
        int version,
        String type,
        LocalDate valueDate,
        Yen amount,
        Yen balance,
        byte[] payload,
        byte[] state,
        Standing standing) {

    public NewRow {
        boolean first = standing == Standing.OPENS || standing == Standing.OPENS_AND_CLOSES;
        if (first != (version == 1)) {
            throw new IllegalArgumentException("version " + version + " cannot be one that " + standing);
        }
    }
}
