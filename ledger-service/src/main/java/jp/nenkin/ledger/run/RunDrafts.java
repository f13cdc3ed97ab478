package jp.nenkin.ledger.run;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jp.nenkin.kit.CopyWriter;
import jp.nenkin.ledger.journal.Database;
import jp.nenkin.ledger.journal.Journal;
import jp.nenkin.ledger.journal.SegmentHead;
import jp.nenkin.ledger.journal.SegmentTable;
import jp.nenkin.ledger.money.MemberNumber;
import jp.nenkin.ledger.money.MemberRange;
import jp.nenkin.ledger.money.Yen;
import jp.nenkin.ledger.run.RunSessions.Reading;
import jp.nenkin.ledger.run.RunSessions.Session;

/** The rows of a run before they count: written chunk by chunk, and again for members who have moved meanwhile. */
@ApplicationScoped
class RunDrafts {
    // Members repaired by one copy: their numbers are part of its statement.
    private static final int REPAIRED_AT_ONCE = 5_000;

    private final RunRules rules;
    private final RunTable runs;
    private final Clock clock;

    RunDrafts(RunRules rules, RunTable runs, Clock clock) {
        this.rules = rules;
        this.runs = runs;
        this.clock = clock;
    }

    /** Fills a chunk that nobody has; false when there is none. */
    boolean fillNext(Session session, Run run, int segment) {
        return session.write(database -> {
            Optional<Chunk> free = new ChunkTable(database).claim(run);
            free.ifPresent(chunk -> fill(session, database, new Work(run, segment, rules.computation(run)), chunk));
            return free.isPresent();
        });
    }

    /** How a run is computed, and the table it is written into. */
    private record Work(Run run, int segment, RunComputation computation) {}

    /** The members of one pass, and how their rows are read. */
    private record Members(String select, List<MemberRange> ranges) {}

    private void fill(Session session, Database database, Work work, Chunk chunk) {
        session.read(reading -> {
            String snapshot = reading.snapshot();
            Members members = new Members(OpenStreams.of(head(reading), chunk), List.of(chunk.members()));
            RunRows rows = session.copy(work.segment(), blocks -> pass(reading, work, members, blocks));
            save(database, work, rows);
            new ChunkTable(database)
                    .fill(work.run(), chunk, snapshot, new ChunkTable.Made(rows.totals(), rows.valueDates()));
            return true;
        });
    }

    /**
     * Makes the drafts of all members again who have moved since theirs were made, within a transaction that writes.
     *
     * @return how many members were repaired
     */
    int repair(Session session, Database database, Run run, int segment) {
        return session.read(reading -> {
            String snapshot = reading.snapshot();
            SegmentHead head = head(reading);
            List<Long> moved = new ChunkTable(reading.database()).moved(run, head.online());
            if (moved.isEmpty()) {
                return 0;
            }
            RunTotals before = new RunSegments(database).repair(run, moved);
            Work work = new Work(run, segment, rules.computation(run));
            List<RunRows> made = new ArrayList<>();
            for (int first = 0; first < moved.size(); first += REPAIRED_AT_ONCE) {
                Members members = members(head, moved.subList(first, Math.min(moved.size(), first + REPAIRED_AT_ONCE)));
                RunRows rows = session.copy(segment, blocks -> pass(reading, work, members, blocks));
                save(database, work, rows);
                made.add(rows);
            }
            new ChunkTable(database).repair(run, moved.size(), snapshot, change(before, made));
            return moved.size();
        });
    }

    private static Members members(SegmentHead head, List<Long> numbers) {
        List<MemberRange> ranges = numbers.stream()
                .filter(number -> number > 0)
                .map(number -> MemberRange.of(new MemberNumber(number)))
                .toList();
        return new Members(OpenStreams.of(head, numbers), ranges);
    }

    private RunRows pass(Reading reading, Work work, Members members, CopyWriter.Blocks blocks) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        RunRows rows = new RunRows(blocks, work.segment(), now);
        RunPass pass = new RunPass(work.computation(), rows, members.ranges(), () -> runs.requireOpen(work.run()));
        reading.copy(members.select(), pass::through);
        return rows;
    }

    private static void save(Database database, Work work, RunRows rows) {
        Journal.on(database).register(rows.opened(), work.segment());
        new ChunkTable(database).leave(work.run(), rows.leaving());
    }

    private static ChunkTable.Made change(RunTotals before, List<RunRows> made) {
        long streams = -before.streams();
        long events = -before.events();
        Yen amount = Yen.ZERO.minus(before.amount());
        ValueDates dates = new ValueDates(null, null);
        for (RunRows rows : made) {
            streams += rows.totals().streams();
            events += rows.totals().events();
            amount = amount.plus(rows.totals().amount());
            dates = dates.and(rows.valueDates());
        }
        return new ChunkTable.Made(new RunTotals(streams, events, amount), dates);
    }

    private static SegmentHead head(Reading reading) {
        return new SegmentTable(reading.database()).head();
    }
}
