package jp.nenkin.ledger.journal;

import java.time.Instant;
import java.time.LocalDate;
import jp.nenkin.ledger.money.Yen;

/** What a decision needs of a stream's newest row. */
// The arrays are handed over and never changed; a copy per row would cost a run as much as its rules.
@SuppressWarnings("ArrayRecordComponent")
public record NewestRow(
        StreamId stream, int version, LocalDate valueDate, Yen balance, Instant recordedAt, byte[] state, byte[] hash) {

    /** What stands before a stream's first row. */
    public static NewestRow beforeTheFirst(NewRow row) {
        return new NewestRow(
                row.stream(), 0, row.valueDate(), Yen.ZERO, Instant.EPOCH, new byte[0], HashChain.origin());
    }

    /** What a row is to the next one of its stream. */
    public static NewestRow of(NewRow row, Instant recordedAt, byte[] hash) {
        return new NewestRow(
                row.stream(), row.version(), row.valueDate(), row.balance(), recordedAt, row.state(), hash);
    }

    /** The time a following row carries: never one before this row's, however the clocks of instances differ. */
    public Instant notBefore(Instant now) {
        return now.isBefore(recordedAt) ? recordedAt : now;
    }

    /** Refuses a row that cannot follow this one: another version than the next, or a balance that does not add up. */
    public void precedes(NewRow row) {
        if (row.version() != version + 1) {
            throw new StaleVersion(row.stream(), version, row.version());
        }
        if (!balance.plus(row.amount()).equals(row.balance())) {
            throw new IllegalArgumentException("stream " + stream.value() + ": " + balance.amount() + " and "
                    + row.amount().amount() + " do not make " + row.balance().amount());
        }
    }
}
