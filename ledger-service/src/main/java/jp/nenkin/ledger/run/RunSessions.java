package jp.nenkin.ledger.run;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.sql.DataSource;
import jp.nenkin.kit.CopyWriter;
import jp.nenkin.ledger.journal.Database;
import jp.nenkin.ledger.journal.DatabaseFault;
import jp.nenkin.ledger.journal.SegmentHead;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.postgresql.copy.CopyOut;

/** The database sessions of those who work on a run, outside any transaction of a caller. */
@ApplicationScoped
class RunSessions {
    private static final Logger LOG = Logger.getLogger(RunSessions.class);

    private final DataSource source;

    RunSessions(DataSource source) {
        this.source = source;
    }

    Session open() {
        try {
            Connection reading = source.getConnection();
            try {
                return new Session(reading, source.getConnection());
            } catch (SQLException | RuntimeException fault) {
                reading.close();
                throw fault;
            }
        } catch (SQLException fault) {
            throw new DatabaseFault(fault);
        }
    }

    /**
     * Two connections, so that rows are read while others are written. Whatever the worker holds, it holds by them: who
     * loses them has lost it.
     */
    static final class Session implements AutoCloseable {
        private final Connection reading;
        private final Connection writing;

        private Session(Connection reading, Connection writing) {
            this.reading = reading;
            this.writing = writing;
        }

        /** Whether this session is the one that closes runs; it stays so until it is closed. */
        boolean isCloser() {
            return Database.on(writing)
                    .query("select pg_try_advisory_lock(7103, 0)", Database.Binding.NONE, row -> row.getBoolean(1))
                    .getFirst();
        }

        /** One transaction that writes. */
        <T> T write(Function<Database, T> work) {
            return transaction(writing, connection -> {
                settings(connection, "");
                return work.apply(Database.on(connection));
            });
        }

        /** One transaction that reads by a single snapshot, alone or within one that writes. */
        <T> T read(Function<Reading, T> work) {
            return transaction(reading, connection -> {
                try (Statement statement = connection.createStatement()) {
                    statement.execute("set transaction isolation level repeatable read, read only");
                }
                // What is wanted in order is read in order, what is wanted by number is looked up; statistics that
                // know nothing of a young segment must not say otherwise while the gate is closed.
                settings(connection, """
                        , set_config('enable_sort', 'off', true), set_config('enable_seqscan', 'off', true),
                        set_config('enable_hashjoin', 'off', true), set_config('enable_mergejoin', 'off', true),
                        set_config('jit', 'off', true), set_config('max_parallel_workers_per_gather', '0', true)
                        """);
                return work.apply(new Reading(connection));
            });
        }

        private static void settings(Connection connection, String more) throws SQLException {
            try (Statement statement = connection.createStatement()) {
                statement.execute("select set_config('app.role', 'system', true)" + more);
            }
        }

        /** Copies rows into a run's table, within a transaction that writes, and gives what the writer says of them. */
        <T> T copy(int segment, Function<CopyWriter.Blocks, T> writer) {
            String sql =
                    "copy %s (%s) from stdin (format binary)".formatted(SegmentHead.leaf(segment), RunRows.COLUMNS);
            try {
                CopyIn copy = writing.unwrap(PGConnection.class).getCopyAPI().copyIn(sql);
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
            } catch (SQLException fault) {
                throw new DatabaseFault(fault);
            }
        }

        private static <T> T transaction(Connection connection, Database.Work<T> work) {
            try {
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
            } catch (SQLException fault) {
                throw new DatabaseFault(fault);
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

        /** Gives the connections back as they came; a broken one has lost its locks by itself. */
        @Override
        public void close() {
            try (reading;
                    writing;
                    PreparedStatement leave = writing.prepareStatement("select pg_advisory_unlock_all()");
                    ResultSet left = leave.executeQuery()) {
                left.next();
            } catch (SQLException fault) {
                LOG.debug("A run's session was lost before it could be given back", fault);
            }
        }
    }

    /** What one snapshot shows. */
    static final class Reading {
        private final Connection connection;

        private Reading(Connection connection) {
            this.connection = connection;
        }

        Database database() {
            return Database.on(connection);
        }

        /** The snapshot, as text. */
        String snapshot() {
            return database()
                    .query("select pg_current_snapshot()::text", Database.Binding.NONE, row -> row.getString(1))
                    .getFirst();
        }

        /** Hands out the rows of a query as they come. */
        void copy(String select, Consumer<CopyReader> reader) {
            try {
                CopyOut copy = connection
                        .unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyOut("copy (" + select + ") to stdout (format binary)");
                try {
                    reader.accept(new CopyReader(() -> next(copy), RunPass.FIELDS));
                } catch (RuntimeException fault) {
                    // Cancelling the copy could come late and hit whatever the pool's next borrower does.
                    connection.abort(Runnable::run);
                    throw fault;
                }
            } catch (SQLException fault) {
                throw new DatabaseFault(fault);
            }
        }

        private static byte @Nullable [] next(CopyOut copy) {
            try {
                return copy.readFromCopy();
            } catch (SQLException fault) {
                throw new DatabaseFault(fault);
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
}
