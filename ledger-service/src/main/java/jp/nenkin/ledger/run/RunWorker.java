package jp.nenkin.ledger.run;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;
import jp.nenkin.ledger.journal.Database;
import jp.nenkin.ledger.journal.NewRow;
import jp.nenkin.ledger.journal.SegmentHead;
import jp.nenkin.ledger.journal.Standing;
import jp.nenkin.ledger.journal.StreamId;
import jp.nenkin.ledger.money.Yen;
import org.jboss.logging.Logger;

/** Executes the open run, one instance at a time; outside any transaction of a caller. */
@ApplicationScoped
public class RunWorker {
    private static final Logger LOG = Logger.getLogger(RunWorker.class);
    // Class 08 connection, 40 rollback, 53 resources, 57 operator, 55P03 lock not available.
    private static final List<String> PASSING = List.of("08", "40", "53", "57", "55P03");

    private final RunSegments segments;
    private final RunTable runs;
    private final RunRules rules;
    private final Clock clock;

    public RunWorker(DataSource source, RunRules rules, Clock clock) {
        this.segments = new RunSegments(source);
        this.runs = new RunTable(new Database(source));
        this.rules = rules;
        this.clock = clock;
    }

    /**
     * Executes the open run, if there is one and no other instance does.
     *
     * @return the run as it ended; empty when there was nothing to do, or when it must be taken up again
     */
    public Optional<Run> work() {
        if (runs.open().isEmpty()) {
            return Optional.empty();
        }
        Optional<RunSegments.Session> alone = segments.session();
        if (alone.isEmpty()) {
            return Optional.empty();
        }
        try (RunSegments.Session session = alone.get()) {
            return runs.open().flatMap(run -> execute(session, run));
        }
    }

    private Optional<Run> execute(RunSegments.Session session, Run run) {
        try {
            perform(session, run);
        } catch (RunNotOpen givenUp) {
            LOG.info(givenUp.getMessage());
        } catch (RuntimeException fault) {
            if (passes(fault)) {
                LOG.warnf(
                        fault,
                        "Run %s was interrupted and will be taken up again",
                        run.request().id());
                return Optional.empty();
            }
            if (runs.end(run.number(), RunStatus.FAILED, reason(fault))) {
                LOG.errorf(fault, "Run %s failed", run.request().id());
            }
        }
        return runs.find(run.request().id());
    }

    private void perform(RunSegments.Session session, Run run) {
        RunComputation computation = rules.computation(run);
        session.closeGate();
        int segment = session.open(run);
        SegmentHead head = session.head();
        RunRows rows =
                session.fill(segment, blocks -> pass(run, head, computation, new RunRows(blocks, segment, now())));
        if (rows.hasOpened()) {
            session.register(segment);
        }
        session.seal(run, segment);
        Instant at = now();
        session.attach(run, rows, new RunSegments.Close(segment, completed(run, rows, at), at));
    }

    private RunRows pass(Run run, SegmentHead head, RunComputation computation, RunRows rows) {
        long expected = segments.expected(head);
        RunPass pass = new RunPass(computation, rows, done -> progress(run, done, expected));
        segments.newest(head, pass::through);
        return rows;
    }

    private void progress(Run run, long done, long expected) {
        if (!runs.progress(run, done, expected)) {
            throw new RunNotOpen(run);
        }
    }

    private NewRow completed(Run run, RunRows rows, Instant at) {
        CompletionEvent event = rules.completion(run, rows.totals(), at);
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

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static String reason(RuntimeException fault) {
        return fault.getMessage() == null ? fault.getClass().getSimpleName() : fault.getMessage();
    }

    private static boolean passes(Throwable fault) {
        return Stream.iterate(fault, Objects::nonNull, Throwable::getCause).anyMatch(RunWorker::passesItself);
    }

    private static boolean passesItself(Throwable fault) {
        if (fault instanceof SQLException sql) {
            String state = Objects.requireNonNullElse(sql.getSQLState(), "");
            return PASSING.stream().anyMatch(state::startsWith);
        }
        return fault instanceof IOException;
    }
}
