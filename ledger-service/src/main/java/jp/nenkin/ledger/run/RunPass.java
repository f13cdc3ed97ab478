package jp.nenkin.ledger.run;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import jp.nenkin.ledger.journal.NewRow;
import jp.nenkin.ledger.journal.NewestRow;
import jp.nenkin.ledger.journal.StreamId;
import jp.nenkin.ledger.money.MemberNumber;
import jp.nenkin.ledger.money.MemberRange;
import jp.nenkin.ledger.money.Yen;
import org.jspecify.annotations.Nullable;

/** Goes once through the open streams of members, member by member, and writes what becomes of each. */
final class RunPass {
    static final int FIELDS = 7;
    private static final int LOOK_STEP = 10_000;

    private final RunComputation computation;
    private final RunRows rows;
    private final Iterator<MemberRange> ranges;
    private final Runnable goesOn;
    private final List<NewestRow> group = new ArrayList<>();
    private final List<NewestRow> groupView = Collections.unmodifiableList(group);
    private @Nullable MemberRange range;
    private long reached = Long.MIN_VALUE;
    private long lookedAt;

    /**
     * A pass through members.
     *
     * @param ranges the members, in rising order
     * @param goesOn throws when the run has been given up; asked now and then
     */
    RunPass(RunComputation computation, RunRows rows, List<MemberRange> ranges, Runnable goesOn) {
        this.computation = computation;
        this.rows = rows;
        this.ranges = ranges.iterator();
        this.goesOn = goesOn;
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
        while (ranges.hasNext()) {
            nextRange();
        }
        endRange();
        rows.end();
    }

    private void add(NewestRow row) {
        NewestRow last = group.getLast();
        if (row.stream().equals(last.stream())) {
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
                copy.readTime(),
                copy.readBytes(),
                copy.readBytes());
    }

    /** Decides the member whose rows are complete. */
    private void finish() {
        if (group.isEmpty()) {
            return;
        }
        long member = group.getFirst().stream().memberValue();
        write(member == 0 ? List.of() : compute(new MemberNumber(member)));
        group.clear();
        if (rows.streams() - lookedAt >= LOOK_STEP) {
            lookedAt = rows.streams();
            goesOn.run();
        }
    }

    private List<NewRow> compute(MemberNumber member) {
        while (range == null || member.compareTo(range.last()) > 0) {
            nextRange();
        }
        return computation.compute(member, groupView);
    }

    private void nextRange() {
        endRange();
        range = ranges.next();
        computation.begin(range);
    }

    private void endRange() {
        if (range == null) {
            return;
        }
        List<NewRow> rest = computation.rest();
        int next = 0;
        while (next < rest.size()) {
            next = open(rest, next);
        }
    }

    /** Both lists are in the order of streams: each stream gets its events, or is carried. */
    private void write(List<NewRow> news) {
        int next = 0;
        for (NewestRow row : group) {
            while (next < news.size() && news.get(next).stream().compareTo(row.stream()) < 0) {
                next = open(news, next);
            }
            reach(row.stream());
            if (next < news.size() && news.get(next).stream().equals(row.stream())) {
                next = follow(row, news, next);
            } else {
                rows.carry(row);
            }
        }
        while (next < news.size()) {
            next = open(news, next);
        }
    }

    private int open(List<NewRow> news, int first) {
        NewRow row = news.get(first);
        boolean ranged = row.stream().memberValue() > 0
                && range != null
                && range.contains(row.stream().member());
        if (!ranged || row.version() != 1) {
            throw new IllegalStateException("a run cannot write version " + row.version() + " of stream "
                    + row.stream().value() + ": it is not among the open streams here");
        }
        reach(row.stream());
        return follow(NewestRow.beforeTheFirst(row), news, first);
    }

    /** Writes the events of one stream from an index on, and gives the index after them. */
    private int follow(NewestRow newest, List<NewRow> news, int first) {
        NewestRow before = newest;
        int next = first;
        while (next < news.size() && news.get(next).stream().equals(newest.stream())) {
            before = rows.follow(before, news.get(next++));
        }
        return next;
    }

    private void reach(StreamId stream) {
        if (stream.value() <= reached) {
            throw new IllegalStateException("stream " + stream.value() + " came after " + reached);
        }
        reached = stream.value();
        rows.reach();
    }
}
