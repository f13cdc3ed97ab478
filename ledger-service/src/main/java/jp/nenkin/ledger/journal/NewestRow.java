package jp.nenkin.ledger.journal;

import java.time.LocalDate;
import jp.nenkin.ledger.money.Yen;

/** What a decision needs of a stream's newest row. */
// The arrays are handed over and never changed; a copy per row would cost a run as much as its rules.
@SuppressWarnings("ArrayRecordComponent")
public record NewestRow(StreamId stream, int version, LocalDate valueDate, Yen balance, byte[] state, byte[] hash) {

    /** What stands before a stream's first row. */
    public static NewestRow beforeTheFirst(NewRow row) {
        return new NewestRow(row.stream(), 0, row.valueDate(), Yen.ZERO, new byte[0], HashChain.origin());
    }

    static NewestRow of(NewRow row, byte[] hash) {
        return new NewestRow(row.stream(), row.version(), row.valueDate(), row.balance(), row.state(), hash);
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
