package jp.nenkin.ledger.run;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import jp.nenkin.ledger.journal.Database;
import jp.nenkin.ledger.journal.DatabaseFault;
import jp.nenkin.ledger.journal.Journal;
import jp.nenkin.ledger.journal.NewRow;
import jp.nenkin.ledger.journal.SegmentHead;
import jp.nenkin.ledger.journal.SegmentTable;
import jp.nenkin.ledger.journal.Standing;
import jp.nenkin.ledger.journal.StreamId;
import jp.nenkin.ledger.money.Yen;
import jp.nenkin.ledger.run.RunSessions.Session;
import org.jboss.logging.Logger;

/**
 * The end of a run whose chunks are filled: most of what has moved is repaired while appends go on, the rest while the
 * gate is closed, which is also the moment from which the run counts.
 */
@ApplicationScoped
class RunClose {
    private static final Logger LOG = Logger.getLogger(RunClose.class);
    // What is left to repair under the gate takes a few milliseconds.
    private static final int FEW = 50;
    // So long may new appends wait behind one that keeps the gate from closing: longer each time, so that a run ends
    // however busy the callers are.
    private static final Duration FIRST_PATIENCE = Duration.ofMillis(100);
    private static final Duration LAST_PATIENCE = Duration.ofSeconds(10);
    private static final String LOCK_NOT_AVAILABLE = "55P03";
    private static final Duration BETWEEN_TRIES = Duration.ofMillis(200);

    private final RunDrafts drafts;
    private final RunRules rules;
    private final Clock clock;

    RunClose(RunDrafts drafts, RunRules rules, Clock clock) {
        this.drafts = drafts;
        this.rules = rules;
        this.clock = clock;
    }

    /** Closes the run; false when others held the gate all the time, and it must be tried again. */
    boolean close(Session session, Run run, int segment) {
        session.write(database -> {
            new RunSegments(database).seal(run);
            return true;
        });
        repairMost(session, run, segment);
        Online online = online(session);
        for (Duration wait = FIRST_PATIENCE; wait.compareTo(LAST_PATIENCE) < 0; wait = wait.multipliedBy(2)) {
            if (attach(session, new Draft(run, segment, online), wait)) {
                return true;
            }
            LockSupport.parkNanos(BETWEEN_TRIES.toNanos());
            repairMost(session, run, segment);
        }
        return false;
    }

    /** Repairs while that leaves less and less; what comes faster than it can be repaired is left to the gate. */
    private void repairMost(Session session, Run run, int segment) {
        int before = Integer.MAX_VALUE;
        int repaired = repairOnce(session, run, segment);
        while (repaired > FEW && repaired <= before / 2) {
            before = repaired;
            repaired = repairOnce(session, run, segment);
        }
    }

    private int repairOnce(Session session, Run run, int segment) {
        return session.write(database -> drafts.repair(session, database, run, segment));
    }

    /** What is about to count. */
    private record Draft(Run run, int segment, Online online) {}

    /** The value dates of the online segment as far as a snapshot shows it, so that the gate need not wait for them. */
    private record Online(String snapshot, ValueDates dates) {}

    private static Online online(Session session) {
        return session.read(reading -> {
            String sql = "select min(value_date), max(value_date) from %s".formatted(onlineLeaf(reading.database()));
            return new Online(
                    reading.snapshot(),
                    reading.database()
                            .query(sql, Database.Binding.NONE, RunClose::dates)
                            .getFirst());
        });
    }

    private static ValueDates onlineDatesSince(Database database, Online seen) {
        String sql = """
                select min(value_date), max(value_date) from %s where xid >= pg_snapshot_xmin(?::pg_snapshot)
                """.formatted(onlineLeaf(database));
        return database.query(sql, statement -> statement.setString(1, seen.snapshot()), RunClose::dates)
                .getFirst()
                .and(seen.dates());
    }

    private static String onlineLeaf(Database database) {
        return SegmentHead.leaf(new SegmentTable(database).head().online());
    }

    private static ValueDates dates(ResultSet row) throws SQLException {
        return new ValueDates(row.getObject(1, LocalDate.class), row.getObject(2, LocalDate.class));
    }

    private boolean attach(Session session, Draft draft, Duration patience) {
        Run run = draft.run();
        try {
            long closedAt = session.write(database -> {
                database.update("set local lock_timeout = " + patience.toMillis(), Database.Binding.NONE);
                new RunSegments(database).closeGate(run);
                long now = System.nanoTime();
                drafts.repair(session, database, run, draft.segment());
                ValueDates dates = session.read(reading -> onlineDatesSince(reading.database(), draft.online()));
                complete(database, run, draft.segment(), dates);
                return now;
            });
            LOG.infof(
                    "Run %s counts; appends were held off for %d ms",
                    run.request().id(), TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - closedAt));
            return true;
        } catch (DatabaseFault fault) {
            if (fault.getCause() instanceof SQLException sql && LOCK_NOT_AVAILABLE.equals(sql.getSQLState())) {
                return false;
            }
            throw fault;
        }
    }

    private void complete(Database database, Run run, int segment, ValueDates online) {
        ChunkTable chunks = new ChunkTable(database);
        ChunkTable.Made made = chunks.sum(run);
        chunks.closeLeaving(run, segment);
        int next = new RunSegments(database).attach(run, made.valueDates(), online);
        Instant at = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Journal.on(database).complete(completed(run, made.totals(), at), next, at);
        new RunTable(database).complete(run, made.totals(), at);
    }

    private NewRow completed(Run run, RunTotals totals, Instant at) {
        CompletionEvent event = rules.completion(run, totals, at);
        return new NewRow(
                StreamId.ofRun(run.number()),
                1,
                event.type(),
                LocalDate.ofInstant(at, clock.getZone()),
                Yen.ZERO,
                Yen.ZERO,
                event.payload(),
                new byte[0],
                Standing.OPENS_AND_CLOSES);
    }
}
