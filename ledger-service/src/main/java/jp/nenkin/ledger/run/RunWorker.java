package jp.nenkin.ledger.run;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import javax.sql.DataSource;
import jp.nenkin.ledger.journal.Database;
import jp.nenkin.ledger.journal.SegmentHead;
import jp.nenkin.ledger.journal.SegmentTable;
import jp.nenkin.ledger.run.RunSessions.Session;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Works on the open run beside the workers of other instances; outside any transaction of a caller. */
@ApplicationScoped
public class RunWorker {
    private static final Logger LOG = Logger.getLogger(RunWorker.class);
    // Class 08 connection, 40 rollback, 53 resources, 57 operator, 55P03 lock not available.
    private static final List<String> PASSING = List.of("08", "40", "53", "57", "55P03");

    private final ReentrantLock atWork = new ReentrantLock();
    private final RunSessions sessions;
    private final RunTable runs;
    private final ChunkTable chunks;
    private final RunDrafts drafts;
    private final RunClose close;
    private final Clock clock;
    private final Pace pace;

    /**
     * How an instance works on runs.
     *
     * @param threads how many chunks it computes at once
     * @param chunk streams in a chunk; 0 for what suits the journal
     */
    record Pace(int threads, long chunk) {
        private static final long LARGEST = 50_000;
        private static final long SMALLEST = 1_000;
        // Enough for the threads of several instances to end at about the same time.
        private static final long CHUNKS = 8;

        long chunkOf(long expected) {
            return chunk > 0 ? chunk : Math.clamp(expected / CHUNKS, SMALLEST, LARGEST);
        }
    }

    @Inject
    public RunWorker(
            DataSource source,
            RunRules rules,
            Clock clock,
            @ConfigProperty(name = "nenkin.run.threads", defaultValue = "2") int threads) {
        this(
                source,
                new RunDrafts(rules, new RunTable(new Database(source)), clock),
                rules,
                clock,
                new Pace(threads, 0));
    }

    RunWorker(DataSource source, RunDrafts drafts, RunRules rules, Clock clock, Pace pace) {
        this.sessions = new RunSessions(source);
        this.runs = new RunTable(new Database(source));
        this.chunks = new ChunkTable(new Database(source));
        this.drafts = drafts;
        this.close = new RunClose(drafts, rules, clock);
        this.clock = clock;
        this.pace = pace;
    }

    /**
     * Works on the open run, if there is one, until no chunk is free, and closes it when all are filled.
     *
     * @return the run as it ended; empty when there was nothing to do, or when it goes on: elsewhere, or when it is
     *     taken up again
     */
    public Optional<Run> work() {
        if (!atWork.tryLock()) {
            return Optional.empty();
        }
        try {
            return runs.open().flatMap(this::work);
        } finally {
            atWork.unlock();
        }
    }

    private Optional<Run> work(Run run) {
        attempt(run, () -> {
            int segment = chunks.segment(run).orElseGet(() -> open(run));
            fill(run, segment);
            if (chunks.isFilled(run)) {
                close(run, segment);
            }
        });
        return runs.find(run.request().id()).filter(ended -> ended.status() != RunStatus.OPEN);
    }

    /** Makes the run's table and cuts its chunks, unless another worker has. */
    private int open(Run run) {
        try (Session session = sessions.open()) {
            int segment = session.write(database -> new RunSegments(database).open(run));
            return session.write(database -> {
                // Whoever comes second finds the chunks. The row is changed last: requests would wait for its change.
                new RunTable(database).lock(run);
                if (new ChunkTable(database).segment(run).isEmpty()) {
                    cut(session, database, run);
                }
                return segment;
            });
        }
    }

    private void cut(Session session, Database database, Run run) {
        ChunkCut cut = session.read(reading -> {
            SegmentHead head = new SegmentTable(reading.database()).head();
            long size = pace.chunkOf(new RunSegments(reading.database()).expected(head));
            return new ChunkTable(reading.database()).cut(head, size);
        });
        new ChunkTable(database).insert(run, cut.chunks());
        new RunTable(database).begin(run, cut.rows(), clock.instant());
    }

    private void fill(Run run, int segment) {
        try (ExecutorService threads = Executors.newFixedThreadPool(pace.threads())) {
            for (int thread = 0; thread < pace.threads(); thread++) {
                threads.execute(() -> attempt(run, () -> fillChunks(run, segment)));
            }
        }
    }

    private void fillChunks(Run run, int segment) {
        try (Session session = sessions.open()) {
            boolean filled = true;
            while (filled) {
                filled = drafts.fillNext(session, run, segment);
            }
        }
    }

    private void close(Run run, int segment) {
        try (Session session = sessions.open()) {
            if (session.isCloser() && !close.close(session, run, segment)) {
                LOG.warnf(
                        "Run %s could not be closed, since appends do not end",
                        run.request().id());
            }
        }
    }

    /** Does something for a run; what goes wrong ends the run, unless it passes. */
    private void attempt(Run run, Runnable work) {
        try {
            work.run();
        } catch (RunNotOpen givenUp) {
            LOG.info(givenUp.getMessage());
        } catch (RunRefused refused) {
            if (runs.end(run.number(), RunStatus.FAILED, reason(refused))) {
                LOG.warnf("Run %s failed: %s", run.request().id(), refused.getMessage());
            }
        } catch (RuntimeException fault) {
            if (passes(fault)) {
                LOG.warnf(
                        fault,
                        "Run %s was interrupted and will be taken up again",
                        run.request().id());
            } else if (runs.end(run.number(), RunStatus.FAILED, reason(fault))) {
                LOG.errorf(fault, "Run %s failed", run.request().id());
            }
        }
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
