package jp.nenkin.ledger.seal;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.sql.DataSource;
import jp.nenkin.ledger.journal.Database;
import jp.nenkin.ledger.journal.DatabaseFault;
import jp.nenkin.ledger.run.CopyReader;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;

/** Transactions of the system in sessions of their own, and rows of the journal as a stream; outside any caller's. */
@ApplicationScoped
class JournalSessions {
    private static final Logger LOG = Logger.getLogger(JournalSessions.class);

    private final DataSource source;

    JournalSessions(DataSource source) {
        this.source = source;
    }

    /** Does the work in a session that holds a lock alone; empty while another session holds it. */
    <T> Optional<T> alone(int lock, Function<Session, Optional<T>> work) {
        try (Connection connection = source.getConnection()) {
            Session session = new Session(connection);
            if (!session.lock(lock)) {
                return Optional.empty();
            }
            try {
                return work.apply(session);
            } finally {
                session.unlock(lock);
            }
        } catch (SQLException fault) {
            throw new DatabaseFault(fault);
        }
    }

    /** Does the work in one transaction. */
    <T> T transaction(Function<Database, T> work) {
        try (Connection connection = source.getConnection()) {
            return new Session(connection).transaction(work);
        } catch (SQLException fault) {
            throw new DatabaseFault(fault);
        }
    }

    /** Reads a query's rows as they come, in a transaction of their own. */
    void copy(String select, int fields, Consumer<CopyReader> reader) {
        boolean _ = transaction(database -> copy(database, select, fields, reader));
    }

    /** Reads a query's rows as they come, in a transaction that is under way. */
    static boolean copy(Database database, String select, int fields, Consumer<CopyReader> reader) {
        return database.on(connection -> {
            try (Statement statement = connection.createStatement()) {
                // One pass in the order of the keys: neither a sort nor a compiled plan pays for it.
                statement.execute("set local enable_sort = off");
                statement.execute("set local jit = off");
                statement.execute("set local max_parallel_workers_per_gather = 0");
            }
            CopyOut copy = connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyOut("copy (" + select + ") to stdout (format binary)");
            try {
                reader.accept(new CopyReader(() -> next(copy), fields));
                return true;
            } catch (RuntimeException fault) {
                // Cancelling the copy could come late and hit whatever the pool's next borrower does.
                connection.abort(Runnable::run);
                throw fault;
            }
        });
    }

    private static byte @Nullable [] next(CopyOut copy) {
        try {
            return copy.readFromCopy();
        } catch (SQLException fault) {
            throw new DatabaseFault(fault);
        }
    }

    /** One connection and its transactions. */
    static final class Session {
        private final Connection connection;

        private Session(Connection connection) {
            this.connection = connection;
        }

        private boolean lock(int lock) {
            return Database.on(connection)
                    .query(
                            "select pg_try_advisory_lock(?, 0)",
                            statement -> statement.setInt(1, lock),
                            row -> row.getBoolean(1))
                    .getFirst();
        }

        private void unlock(int lock) {
            try {
                Database.on(connection)
                        .query(
                                "select pg_advisory_unlock(?, 0)",
                                statement -> statement.setInt(1, lock),
                                row -> row.getBoolean(1));
            } catch (DatabaseFault fault) {
                LOG.debug("A session was lost, and its lock with it", fault);
            }
        }

        /** Does the work in one transaction, as the system. */
        <T> T transaction(Function<Database, T> work) {
            Database database = Database.on(connection);
            return database.on(lent -> {
                lent.setAutoCommit(false);
                try {
                    database.query("select set_config('app.role', 'system', true)", Database.Binding.NONE, row -> true);
                    T result = work.apply(database);
                    lent.commit();
                    return result;
                } catch (SQLException | RuntimeException fault) {
                    undo(fault);
                    throw fault;
                } finally {
                    restore();
                }
            });
        }

        private void undo(Exception cause) {
            try {
                connection.rollback();
            } catch (SQLException fault) {
                cause.addSuppressed(fault);
            }
        }

        private void restore() {
            try {
                connection.setAutoCommit(true);
            } catch (SQLException fault) {
                LOG.debug("A connection is lost", fault);
            }
        }
    }
}
