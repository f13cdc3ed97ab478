package jp.nenkin.benchmarks;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;

/** Queries whose rows are copied to this process in binary, by two connections side by side. */
final class ParallelCopies implements AutoCloseable {
    private static final int CONNECTIONS = 2;

    private final List<String> selects;
    private final List<Connection> connections = new ArrayList<>();

    private ParallelCopies(List<String> selects) {
        this.selects = selects;
    }

    /** Read as the service reads: under row-level security, in the order of an index. */
    static ParallelCopies ofService(BenchDatabase database, List<String> selects) throws SQLException {
        ParallelCopies copies = new ParallelCopies(selects);
        for (int number = 1; number <= CONNECTIONS; number++) {
            Connection connection = database.source().getConnection();
            copies.connections.add(connection);
            try (Statement statement = connection.createStatement()) {
                statement.execute(
                        "select set_config('app.role', 'system', false), set_config('enable_sort', 'off', false)");
            }
        }
        return copies;
    }

    /** Read above all rights. */
    static ParallelCopies bare(BenchDatabase database, List<String> selects) throws SQLException {
        ParallelCopies copies = new ParallelCopies(selects);
        for (int number = 1; number <= CONNECTIONS; number++) {
            copies.connections.add(database.superuser());
        }
        return copies;
    }

    /** What a reader makes of each query's rows, which it gets as blocks as they come; null is their end. */
    <T> List<T> read(Function<Supplier<byte @Nullable []>, T> reader) {
        Queue<String> waiting = new ConcurrentLinkedQueue<>(selects);
        List<T> results = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(CONNECTIONS)) {
            List<Future<List<T>>> readings = new ArrayList<>();
            for (Connection connection : connections) {
                readings.add(threads.submit(() -> read(connection, waiting, reader)));
            }
            for (Future<List<T>> reading : readings) {
                results.addAll(reading.get());
            }
            return results;
        } catch (ExecutionException fault) {
            throw new IllegalStateException("a copy could not be read", fault.getCause());
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", stop);
        }
    }

    private static <T> List<T> read(
            Connection connection, Queue<String> waiting, Function<Supplier<byte @Nullable []>, T> reader)
            throws SQLException {
        List<T> results = new ArrayList<>();
        for (String select = waiting.poll(); select != null; select = waiting.poll()) {
            CopyOut copy = connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyOut("copy (" + select + ") to stdout (format binary)");
            results.add(reader.apply(() -> next(copy)));
        }
        return results;
    }

    private static byte @Nullable [] next(CopyOut copy) {
        try {
            return copy.readFromCopy();
        } catch (SQLException fault) {
            throw new IllegalStateException(fault);
        }
    }

    @Override
    public void close() throws SQLException {
        for (Connection connection : connections) {
            connection.close();
        }
    }
}
