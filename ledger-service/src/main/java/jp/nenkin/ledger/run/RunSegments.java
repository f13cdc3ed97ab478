package jp.nenkin.ledger.run;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.sql.DataSource;
import jp.nenkin.ledger.journal.Database;
import jp.nenkin.ledger.journal.DatabaseFault;
import jp.nenkin.ledger.journal.Gate;
import jp.nenkin.ledger.journal.Journal;
import jp.nenkin.ledger.journal.NewRow;
import jp.nenkin.ledger.journal.SegmentHead;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.postgresql.copy.CopyOut;

/**
 * The tables of runs, from their making to their place among the segments.
 *
 * <p>All is done in one session that holds the gate: who loses the session loses the gate and cannot close. What is
 * left then is a table nobody knows, which the next one removes.
 */
@ApplicationScoped
class RunSegments {
    private static final Logger LOG = Logger.getLogger(RunSegments.class);
    private static final String AS_SYSTEM = "select set_config('app.role', 'system', true)";

    private final DataSource source;

    RunSegments(DataSource source) {
        this.source = source;
    }

    /** The session of the one who works; empty while another one does. */
    Optional<Session> session() {
        try {
            Session session = new Session(source.getConnection());
            boolean alone = false;
            try {
                alone = session.isAlone();
            } finally {
                // A session that is not handed on would keep its connection, and perhaps the lock.
                if (!alone) {
                    session.close();
                }
            }
            return alone ? Optional.of(session) : Optional.empty();
        } catch (SQLException fault) {
            throw new DatabaseFault(fault);
        }
    }

    /**
     * The newest rows of all open streams, as the copy's stream gives them.
     *
     * <p>Two ordered index scans are merged: several rows of a stream may come from the online segment, the newest
     * last. The generation holds the streams that its own run has closed, and the online segment those closed since.
     */
    void newest(SegmentHead head, Consumer<CopyReader> reader) {
        inTransaction(connection -> {
            CopyOut copy = copyOut(connection, newestSql(head));
            try {
                reader.accept(new CopyReader(() -> next(copy), RunPass.FIELDS));
                return copy.getHandledRowCount();
            } catch (RuntimeException fault) {
                // Cancelling the copy could come late and hit whatever the pool's next borrower does.
                connection.abort(Runnable::run);
                throw fault;
            }
        });
    }

    private static CopyOut copyOut(Connection connection, String select) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(AS_SYSTEM);
            // What is wanted in order is read in order: neither a sort nor a compiled plan pays for one pass.
            statement.execute("set local enable_sort = off");
            statement.execute("set local jit = off");
            statement.execute("set local max_parallel_workers_per_gather = 0");
        }
        String sql = "copy (" + select + ") to stdout (format binary)";
        return connection.unwrap(PGConnection.class).getCopyAPI().copyOut(sql);
    }

    private static byte @Nullable [] next(CopyOut copy) {
        try {
            return copy.readFromCopy();
        } catch (SQLException fault) {
            throw new DatabaseFault(fault);
        }
    }

    private static String newestSql(SegmentHead head) {
        String columns = "select stream, version, value_date, balance, state, hash from ";
        String leaves = columns + SegmentHead.leaf(head.online());
        String closedIn = Integer.toString(head.online());
        if (head.generation() != null) {
            leaves += " union all " + columns + SegmentHead.leaf(head.generation());
            closedIn += ", " + head.generation();
        }
        return """
                select * from (%s) as leaves
                where stream > 0 and stream not in (select id from stream where closed_segment in (%s))
                order by stream, version
                """.formatted(leaves, closedIn);
    }

    /** About how many streams there are, as the statistics know it. */
    long expected(SegmentHead head) {
        String sql =
                "select coalesce(sum(greatest(reltuples, 0)), 0)::bigint from pg_class where oid = any (?::regclass[])";
        String[] leaves = head.generation() == null
                ? new String[] {SegmentHead.leaf(head.online())}
                : new String[] {SegmentHead.leaf(head.online()), SegmentHead.leaf(head.generation())};
        return new Database(source)
                .query(
                        sql,
                        statement ->
                                statement.setArray(1, statement.getConnection().createArrayOf("text", leaves)),
                        row -> row.getLong(1))
                .getFirst();
    }

    private <T> T inTransaction(Database.Work<T> work) {
        try (Connection connection = source.getConnection()) {
            return transaction(connection, work);
        } catch (SQLException fault) {
            throw new DatabaseFault(fault);
        }
    }

    private static <T> T transaction(Connection connection, Database.Work<T> work) throws SQLException {
        connection.setAutoCommit(false);
        try {
            T result = work.on(connection);
            connection.commit();
            return result;
        } catch (SQLException | RuntimeException fault) {
            undo(connection, fault);
            throw fault;
        } finally {
            restore(connection);
        }
    }

    private static void undo(Connection connection, Exception cause) {
        try {
            connection.rollback();
        } catch (SQLException fault) {
            cause.addSuppressed(fault);
        }
    }

    private static void restore(Connection connection) {
        try {
            connection.setAutoCommit(true);
        } catch (SQLException fault) {
            LOG.debug("A run's connection is lost", fault);
        }
    }

    /** The session that works on runs. */
    static final class Session implements AutoCloseable {
        private final Connection connection;

        private Session(Connection connection) {
            this.connection = connection;
        }

        private boolean isAlone() {
            return Database.on(connection)
                    .query("select pg_try_advisory_lock(7103, 0)", Database.Binding.NONE, row -> row.getBoolean(1))
                    .getFirst();
        }

        /** Waits until no append is under way, and holds new ones off until the session is closed. */
        void closeGate() {
            transaction(database -> {
                database.update("set local lock_timeout = '30s'", Database.Binding.NONE);
                return database.query(Gate.CLOSE_FOR_SESSION, Database.Binding.NONE, row -> true);
            });
        }

        SegmentHead head() {
            return Journal.on(Database.on(connection)).head();
        }

        /** Makes the run's table and says which segment it may become. */
        int open(Run run) {
            return transaction(database -> call(database, "select open_run_table(?)", run, row -> row.getInt(1)));
        }

        /** Copies rows into the run's table and gives what the writer says of them. */
        <T> T fill(int segment, Function<CopyWriter.Blocks, T> writer) {
            return inTransaction(lent -> {
                String sql =
                        "copy %s (%s) from stdin (format binary)".formatted(SegmentHead.leaf(segment), RunRows.COLUMNS);
                CopyIn copy = lent.unwrap(PGConnection.class).getCopyAPI().copyIn(sql);
                try (Sender sender = new Sender(copy)) {
                    T written = writer.apply(sender);
                    sender.await();
                    copy.endCopy();
                    return written;
                } finally {
                    if (copy.isActive()) {
                        copy.cancelCopy();
                    }
                }
            });
        }

        /** Makes known to the registry the members' own streams that began in the run. */
        void register(int segment) {
            String sql = """
                    insert into stream (id, kind, natural_key, open_from)
                    select stream, 'MEMBER', lpad((stream / 10000)::text, 10, '0'), value_date
                    from %s where version = 1 and type <> 'CARRIED' and stream %% 10000 = 0
                    on conflict (id) do nothing
                    """.formatted(SegmentHead.leaf(segment));
            transaction(database -> {
                asSystem(database);
                return database.update(sql, Database.Binding.NONE);
            });
        }

        /** Builds the key and leaves the table as later readers like it. */
        void seal(Run run, int segment) {
            transaction(database -> call(database, "select seal_run_table(?)", run, row -> true));
            // Readers look by stream only; statistics of the wide columns would cost more than freezing. Truncation
            // has nothing to cut, and the ring of buffers would write what the next run wants to read.
            Database.on(connection)
                    .update(
                            "vacuum (freeze, analyze, truncate off, buffer_usage_limit 0) " + SegmentHead.leaf(segment),
                            Database.Binding.NONE);
        }

        /** The run's rows become the newest generation; a new online segment follows, whose event says so. */
        void attach(Run run, RunRows rows, Close close) {
            SegmentHead head = head();
            transaction(database -> {
                asSystem(database);
                Range online = onlineRange(database, head.online());
                Journal journal = Journal.on(database);
                journal.follow(rows.leaving(), close.segment());
                int next = attach(database, run, new Range(rows.earliest(), rows.latest()), online);
                journal.complete(close.completed(), next, close.at());
                new RunTable(database).complete(run, rows.totals(), close.at());
                return next;
            });
        }

        private static Range onlineRange(Database database, int online) {
            String sql = "select min(value_date), max(value_date) from " + SegmentHead.leaf(online);
            return database.query(
                            sql,
                            Database.Binding.NONE,
                            row -> new Range(row.getObject(1, LocalDate.class), row.getObject(2, LocalDate.class)))
                    .getFirst();
        }

        private static int attach(Database database, Run run, Range rows, Range online) {
            return database.query(
                            "select attach_run_table(?, ?, ?, ?, ?)",
                            statement -> {
                                statement.setLong(1, run.number());
                                statement.setObject(2, rows.from());
                                statement.setObject(3, rows.until());
                                statement.setObject(4, online.from());
                                statement.setObject(5, online.until());
                            },
                            row -> row.getInt(1))
                    .getFirst();
        }

        private static <T> T call(Database database, String function, Run run, Database.RowReader<T> result) {
            return database.query(function, statement -> statement.setLong(1, run.number()), result)
                    .getFirst();
        }

        private static void asSystem(Database database) {
            database.query(AS_SYSTEM, Database.Binding.NONE, row -> true);
        }

        private <T> T transaction(Function<Database, T> work) {
            return inTransaction(lent -> work.apply(Database.on(lent)));
        }

        private <T> T inTransaction(Database.Work<T> work) {
            try {
                return RunSegments.transaction(connection, work);
            } catch (SQLException fault) {
                throw new DatabaseFault(fault);
            }
        }

        /** Gives the session back as it came; a broken one has lost its locks by itself. */
        @Override
        public void close() {
            try (connection;
                    PreparedStatement leave = connection.prepareStatement("select pg_advisory_unlock_all()");
                    ResultSet left = leave.executeQuery()) {
                left.next();
            } catch (SQLException fault) {
                LOG.debug("A run's session was lost before it could be given back", fault);
            }
        }
    }

    /** Sends blocks in a thread of its own, one at a time, while the next one is filled. */
    private static final class Sender implements CopyWriter.Blocks, AutoCloseable {
        private final CopyIn copy;
        private final ExecutorService thread = Executors.newSingleThreadExecutor();
        private byte[] spare = new byte[CopyWriter.BLOCK];
        private Future<?> sending = CompletableFuture.completedFuture(null);

        private Sender(CopyIn copy) {
            this.copy = copy;
        }

        @Override
        public byte[] exchange(byte[] full, int length) {
            await();
            byte[] empty = spare;
            spare = full;
            sending = thread.submit(() -> {
                copy.writeToCopy(full, 0, length);
                return length;
            });
            return empty;
        }

        /** Waits until nothing is under way; what went wrong meanwhile comes out here. */
        private void await() {
            try {
                sending.get();
            } catch (ExecutionException fault) {
                throw new DatabaseFault(fault);
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted while rows were copied", stop);
            }
        }

        @Override
        public void close() {
            thread.close();
        }
    }

    /** Value dates from the earliest to the latest; null without events. */
    private record Range(@Nullable LocalDate from, @Nullable LocalDate until) {}

    /**
     * What the close of a run needs beyond its rows.
     *
     * @param completed the only row of the run's own stream
     */
    record Close(int segment, NewRow completed, Instant at) {}
}
