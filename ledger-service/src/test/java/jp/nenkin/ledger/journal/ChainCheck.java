package jp.nenkin.ledger.journal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Recomputes what the journal has written. */
public final class ChainCheck {
    private ChainCheck() {}

    /** What is wrong with a stream's history: gaps, balances that do not add up, hashes that do not follow. */
    public static List<String> broken(List<StoredRow> history) {
        HashChain chain = new HashChain();
        List<String> broken = new ArrayList<>();
        byte[] previous = HashChain.origin();
        long balance = 0;
        int version = 0;
        for (StoredRow row : history) {
            NewRow again = new NewRow(
                    row.stream(),
                    row.version(),
                    row.type(),
                    row.valueDate(),
                    row.amount(),
                    row.balance(),
                    row.payload(),
                    row.state(),
                    row.version() == 1 ? Standing.OPENS : Standing.GOES_ON);
            byte[] hash = chain.next(previous, row.segment(), row.recordedAt(), again);
            version++;
            balance += row.amount().amount();
            if (row.version() != version || row.balance().amount() != balance || !Arrays.equals(hash, row.hash())) {
                broken.add("stream " + row.stream().value() + " version " + row.version());
            }
            previous = row.hash();
        }
        return broken;
    }
}
