package jp.nenkin.benchmarks;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import jp.nenkin.ledger.journal.HashChain;
import jp.nenkin.ledger.journal.NewRow;
import jp.nenkin.ledger.journal.NewestRow;
import jp.nenkin.ledger.journal.StreamId;
import jp.nenkin.ledger.money.Yen;
import jp.nenkin.ledger.run.RunComputation;

/**
 * The job of a batch framework: two partitions, each of which reads a thousand accounts from a table of heads, decides
 * them by the run's own rules, inserts their events, updates their heads, notes how far it is, and commits.
 */
final class BatchJob implements Reference {
    private static final int CHUNK = 1_000;
    private static final int PARTITIONS = 2;
    private static final String READ = """
            select stream, version, value_date, balance, recorded_at, state, hash from ledger.batch_head
            where stream > ? and stream <= ? order by stream limit %d
            """.formatted(CHUNK);
    private static final String INSERT = """
            insert into ledger.batch_event (stream, amount, balance, recorded_at, version, segment, value_date, type,
                hash, state, payload)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;
    private static final String UPDATE = """
            update ledger.batch_head
            set version = ?, value_date = ?, balance = ?, recorded_at = ?, state = ?, hash = ? where stream = ?
            """;
    private static final String NOTE = "update ledger.batch_step set written = written + ? where number = ?";

    private final BenchDatabase database;
    private final ServiceRun run;
    private final RowSums expected;
    private final int parts;

    /**
     * A job for the members of an outcome.
     *
     * @param parts how many times as many the run has
     */
    BatchJob(BenchDatabase database, ServiceRun run, RowSums expected, int parts) throws SQLException {
        this.database = database;
        this.run = run;
        this.expected = expected;
        this.parts = parts;
        database.execute(
                "create table batch_event (like journal, primary key (stream, version, segment))",
                // Room beside each row, so that no update touches the key.
                """
                create table batch_head (stream bigint primary key, version int, value_date date, balance bigint,
                    recorded_at timestamptz, state bytea, hash bytea) with (fillfactor = 45)
                """,
                "create table batch_step (number int primary key, written bigint) with (fillfactor = 10)",
                "grant select, insert, update on batch_event, batch_head, batch_step to ledger_app");
    }

    /** Counted up to all members of the run. */
    @Override
    public Duration time() throws SQLException {
        database.execute(
                "truncate batch_event, batch_head, batch_step",
                """
                insert into batch_head
                select stream, version, value_date, balance, recorded_at, state, hash from journal_%d where stream < %d
                """.formatted(run.generation(), end(PARTITIONS)),
                "insert into batch_step select number, 0 from generate_series(1, %d) number".formatted(PARTITIONS),
                "vacuum analyze batch_head",
                "checkpoint");
        List<Partition> partitions = new ArrayList<>();
        try {
            for (int number = 1; number <= PARTITIONS; number++) {
                partitions.add(new Partition(number));
            }
            long start = System.nanoTime();
            runAll(partitions);
            Duration time = Duration.ofNanos(System.nanoTime() - start);
            check();
            return time.multipliedBy(parts);
        } finally {
            for (Partition partition : partitions) {
                partition.close();
            }
        }
    }

    /** The stream before which a partition ends. */
    private long end(int number) {
        return ((long) expected.members() * number / PARTITIONS + 1) * 10_000;
    }

    private static void runAll(List<Partition> partitions) {
        try (ExecutorService threads = Executors.newFixedThreadPool(PARTITIONS)) {
            for (Future<Long> end : threads.invokeAll(partitions)) {
                end.get();
            }
        } catch (ExecutionException fault) {
            throw new IllegalStateException("a partition failed", fault.getCause());
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", stop);
        }
    }

    private void check() throws SQLException {
        expected.require(database, "batch_event");
        String others = database.value("""
                select count(*) from batch_event full join batch_head using (stream, version, value_date, balance,
                    recorded_at, state, hash)
                where batch_event.amount is null or batch_head.stream is null
                """);
        if (!others.equals("0")) {
            throw new IllegalStateException(others + " heads are not the newest event");
        }
    }

    /** A range of members, worked on by one thread over one connection. */
    private final class Partition implements Callable<Long>, AutoCloseable {
        private final int number;
        private final RunComputation computation = run.computation();
        private final HashChain chain = new HashChain();
        private final OffsetDateTime now = BenchClock.START.atOffset(ZoneOffset.UTC);
        private final Connection connection = database.batching();

        Partition(int number) throws SQLException {
            this.number = number;
            connection.setAutoCommit(false);
        }

        @Override
        public Long call() throws SQLException {
            long written = 0;
            long last = end(number - 1) - 1;
            try (PreparedStatement read = connection.prepareStatement(READ);
                    PreparedStatement insert = connection.prepareStatement(INSERT);
                    PreparedStatement update = connection.prepareStatement(UPDATE);
                    PreparedStatement note = connection.prepareStatement(NOTE)) {
                List<NewestRow> chunk = read(read, last);
                while (!chunk.isEmpty()) {
                    for (NewestRow newest : chunk) {
                        write(newest, insert, update);
                    }
                    insert.executeBatch();
                    update.executeBatch();
                    note(note, chunk.size());
                    connection.commit();
                    written += chunk.size();
                    chunk = read(read, chunk.getLast().stream().value());
                }
            }
            return written;
        }

        private List<NewestRow> read(PreparedStatement read, long last) throws SQLException {
            List<NewestRow> chunk = new ArrayList<>(CHUNK);
            read.setLong(1, last);
            read.setLong(2, end(number) - 1);
            try (ResultSet row = read.executeQuery()) {
                while (row.next()) {
                    chunk.add(new NewestRow(
                            new StreamId(row.getLong(1)),
                            row.getInt(2),
                            row.getObject(3, LocalDate.class),
                            new Yen(row.getLong(4)),
                            row.getObject(5, OffsetDateTime.class).toInstant(),
                            row.getBytes(6),
                            row.getBytes(7)));
                }
            }
            return chunk;
        }

        private void write(NewestRow newest, PreparedStatement insert, PreparedStatement update) throws SQLException {
            NewestRow before = newest;
            for (NewRow row : computation.compute(newest.stream().member(), List.of(newest))) {
                byte[] hash = chain.next(before.hash(), run.segment(), BenchClock.START, row);
                insert(insert, row, hash);
                before = NewestRow.of(row, BenchClock.START, hash);
            }
            update.setInt(1, before.version());
            update.setObject(2, before.valueDate());
            update.setLong(3, before.balance().amount());
            update.setObject(4, now);
            update.setBytes(5, before.state());
            update.setBytes(6, before.hash());
            update.setLong(7, before.stream().value());
            update.addBatch();
        }

        private void insert(PreparedStatement insert, NewRow row, byte[] hash) throws SQLException {
            insert.setLong(1, row.stream().value());
            insert.setLong(2, row.amount().amount());
            insert.setLong(3, row.balance().amount());
            insert.setObject(4, now);
            insert.setInt(5, row.version());
            insert.setInt(6, run.segment());
            insert.setObject(7, row.valueDate());
            insert.setString(8, row.type());
            insert.setBytes(9, hash);
            insert.setBytes(10, row.state());
            insert.setBytes(11, row.payload());
            insert.addBatch();
        }

        private void note(PreparedStatement note, int size) throws SQLException {
            note.setInt(1, size);
            note.setInt(2, number);
            note.executeUpdate();
        }

        @Override
        public void close() throws SQLException {
            connection.close();
        }
    }
}
