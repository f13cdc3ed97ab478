package jp.nenkin.ledger.run;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.LongConsumer;
import jp.nenkin.ledger.journal.NewRow;
import jp.nenkin.ledger.journal.NewestRow;
import jp.nenkin.ledger.journal.StreamId;
import jp.nenkin.ledger.journal.StreamKind;
import jp.nenkin.ledger.money.MemberNumber;
import jp.nenkin.ledger.money.Yen;

/** Goes once through all open streams, member by member, and writes what becomes of each. */
final class RunPass {
    static final int FIELDS = 6;
    private static final int PROGRESS_STEP = 50_000;

    private final RunComputation computation;
    private final RunRows rows;
    private final LongConsumer progress;
    private final List<NewestRow> group = new ArrayList<>();
    private final List<NewestRow> groupView = Collections.unmodifiableList(group);
    private long reported;

    /** A pass that tells now and then how many streams it has reached. */
    RunPass(RunComputation computation, RunRows rows, LongConsumer progress) {
        this.computation = computation;
        this.rows = rows;
        this.progress = progress;
    }

    /**
     * Takes rows in the order of streams and versions, several of a stream perhaps, of which the last is its newest.
     */
    void through(CopyReader newest) {
        while (newest.next()) {
            NewestRow row = read(newest);
            if (!group.isEmpty()) {
                add(row);
            } else {
                group.add(row);
            }
        }
        finish();
        computation.rest().forEach(row -> open(Long.MAX_VALUE, row));
        rows.end();
    }

    private void add(NewestRow row) {
        NewestRow last = group.getLast();
        int order = row.stream().compareTo(last.stream());
        if (order < 0) {
            throw new IllegalStateException("stream " + row.stream().value() + " came after "
                    + last.stream().value());
        }
        if (order == 0) {
            group.set(group.size() - 1, row);
            return;
        }
        if (row.stream().memberValue() != last.stream().memberValue()) {
            finish();
        }
        group.add(row);
    }

    private static NewestRow read(CopyReader copy) {
        return new NewestRow(
                new StreamId(copy.readLong()),
                copy.readInt(),
                copy.readDate(),
                new Yen(copy.readLong()),
                copy.readBytes(),
                copy.readBytes());
    }

    /** Decides the member whose rows are complete. */
    private void finish() {
        if (group.isEmpty()) {
            return;
        }
        long member = group.getFirst().stream().memberValue();
        List<NewRow> news = member == 0 ? List.of() : computation.compute(new MemberNumber(member), groupView);
        write(member, news);
        group.clear();
        if (rows.streams() - reported >= PROGRESS_STEP) {
            reported = rows.streams();
            progress.accept(reported);
        }
    }

    /** Both lists are in the order of streams: each stream gets its event, or is carried. */
    private void write(long member, List<NewRow> news) {
        int next = 0;
        for (NewestRow row : group) {
            while (next < news.size() && news.get(next).stream().compareTo(row.stream()) < 0) {
                open(member, news.get(next++));
            }
            if (next < news.size() && news.get(next).stream().equals(row.stream())) {
                rows.follow(row, news.get(next++));
            } else {
                rows.carry(row);
            }
        }
        while (next < news.size()) {
            open(member, news.get(next++));
        }
    }

    private void open(long member, NewRow row) {
        boolean own = row.stream().kind() == StreamKind.MEMBER && row.stream().memberValue() <= member;
        if (!own || row.version() != 1) {
            throw new IllegalStateException("a run cannot write version " + row.version() + " of stream "
                    + row.stream().value() + ": it is not among the open streams, or came out of order");
        }
        rows.follow(NewestRow.beforeTheFirst(row), row);
    }
}
