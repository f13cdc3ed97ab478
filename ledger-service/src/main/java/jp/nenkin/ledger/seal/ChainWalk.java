package jp.nenkin.ledger.seal;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import jp.nenkin.ledger.journal.HashChain;
import jp.nenkin.ledger.journal.StoredRow;
import jp.nenkin.ledger.journal.StreamId;
import jp.nenkin.ledger.money.Yen;
import jp.nenkin.ledger.run.CopyReader;
import org.jspecify.annotations.Nullable;

/**
 * Goes through some streams' rows of one step in their order, recomputes every hash and collects what the step's seals
 * cover.
 *
 * <p>A row is held against the one stored before it, so that one change is one finding and not one for every row after
 * it. Not safe for several threads.
 */
final class ChainWalk {
    private final Pass pass;
    private final Map<StreamId, StoredRow> returning;
    private final HashChain chain = new HashChain();
    private final Findings findings = new Findings();
    private final Map<Seal, SealLeaves> leaves = new LinkedHashMap<>();
    private final Map<Seal, StoredRow> heads = new HashMap<>();
    private long events;
    private @Nullable StreamId stream;
    private @Nullable StoredRow before;

    /**
     * A walk before its first row.
     *
     * @param returning the newest rows of streams that are in no generation: closed ones that were opened again
     */
    ChainWalk(Pass pass, Map<StreamId, StoredRow> returning) {
        this.pass = pass;
        this.returning = returning;
        pass.seals().forEach(seal -> leaves.put(seal, new SealLeaves()));
    }

    /** Takes rows in the order of streams, versions and segments. */
    void through(CopyReader rows) {
        while (rows.next()) {
            take(WalkedRow.read(rows));
        }
        endStream();
    }

    private void take(WalkedRow walked) {
        StoredRow row = walked.row();
        if (!row.stream().equals(stream)) {
            endStream();
            stream = row.stream();
            before = returning.get(stream);
        }
        if (!pass.isGiven(row.segment())) {
            check(row);
            cover(walked);
        }
        before = row;
    }

    private void check(StoredRow row) {
        if (row.type().equals(StoredRow.CARRIED) && pass.isRun(row.segment())) {
            checkCarried(row);
            return;
        }
        events++;
        int version = before == null ? 1 : before.version() + 1;
        if (row.version() != version) {
            findings.add(Finding.row(FindingKind.VERSION, row, version, row.version()));
        }
        Yen balance = (before == null ? Yen.ZERO : before.balance()).plus(row.amount());
        if (!row.balance().equals(balance)) {
            findings.add(Finding.row(FindingKind.BALANCE, row, balance, row.balance()));
        }
        byte[] hash = chain.next(before == null ? HashChain.origin() : hashOf(before), row);
        if (!Arrays.equals(row.hash(), hash)) {
            findings.add(Finding.row(FindingKind.HASH, row, text(hash), text(row.hash())));
        }
    }

    /** It repeats the newest event, and its state is what the next decision is made from. */
    private void checkCarried(StoredRow row) {
        if (before == null || row.version() != before.version()) {
            findings.add(Finding.row(
                    FindingKind.VERSION, row, before == null ? "an event before" : before.version(), row.version()));
            return;
        }
        boolean same = Arrays.equals(row.hash(), before.hash())
                && Arrays.equals(row.state(), before.state())
                && row.balance().equals(before.balance())
                && row.valueDate().equals(before.valueDate())
                && row.amount().equals(Yen.ZERO)
                && row.payload().length == 0;
        if (!same) {
            findings.add(Finding.row(FindingKind.CARRIED, row, told(before), told(row)));
        }
    }

    private void cover(WalkedRow walked) {
        for (Seal seal : pass.seals()) {
            Cut cut = seal.cut();
            if (cut.segment() == walked.row().segment() && cut.covers(walked.transaction())) {
                heads.put(seal, walked.row());
                return;
            }
        }
    }

    private void endStream() {
        heads.forEach((seal, row) ->
                Objects.requireNonNull(leaves.get(seal)).add(row.stream().value(), row.version(), hashOf(row)));
        heads.clear();
    }

    /** A hash that was cut short is found as one that differs. */
    private static byte[] hashOf(StoredRow row) {
        return Arrays.copyOf(row.hash(), HashChain.LENGTH);
    }

    private static String told(StoredRow row) {
        return "balance " + row.balance().amount() + " on " + row.valueDate() + ", a state of " + row.state().length
                + " bytes with " + Arrays.hashCode(row.state()) + ", hash " + text(row.hash());
    }

    private static String text(byte[] hash) {
        return HexFormat.of().formatHex(hash);
    }

    /** What the walk has come to. */
    Result result() {
        Map<Seal, SealContent> contents = new LinkedHashMap<>();
        leaves.forEach((seal, own) -> contents.put(seal, own.end()));
        return new Result(events, findings, contents);
    }

    /**
     * What a walk has come to.
     *
     * @param events how many hashes were recomputed
     * @param contents what each seal of the step covers among the streams walked
     */
    record Result(long events, Findings findings, Map<Seal, SealContent> contents) {}
}
