package jp.nenkin.benchmarks;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import jp.nenkin.events.RunKind;
import jp.nenkin.ledger.account.PlanData;
import jp.nenkin.ledger.account.PlanTerms;
import jp.nenkin.ledger.interest.CreditingRate;
import jp.nenkin.ledger.interest.Rates;
import jp.nenkin.ledger.run.Run;
import jp.nenkin.ledger.run.RunRequest;
import jp.nenkin.ledger.run.RunStatus;
import jp.nenkin.ledger.run.RunWorker;
import jp.nenkin.ledger.run.Runs;

/**
 * Crediting a year's interest to every account, by the service's own run from its request to its commit, against
 * copying the very same rows into a table.
 */
final class InterestRun implements Benchmark {
    private static final String NAME = "interest-run";
    private static final String KEPT = "copy-with-key";
    private static final String BUILT = "copy-then-key";
    private static final Map<String, Double> GOALS = new TreeMap<>(Map.of(KEPT, 0.9, BUILT, 1.5));
    private static final String KEY = "primary key (stream, version, segment)";
    private static final Rates RATES = new Rates(Map.of(SeededAccounts.YEAR, CreditingRate.parse("3.7")));
    private static final int WARM_UPS = 1;
    private static final int THREADS = 2;

    private final int accounts;
    private final int rounds;
    private final Comparison comparison = new Comparison(NAME, GOALS);

    private InterestRun(int accounts, int rounds) {
        this.accounts = accounts;
        this.rounds = rounds;
    }

    static InterestRun sized(boolean quick) {
        return quick ? new InterestRun(200_000, 5) : new InterestRun(1_000_000, 6);
    }

    @Override
    public Comparison measure() throws SQLException, IOException {
        try (BenchDatabase database = BenchDatabase.start()) {
            Contender contender = new Contender(database);
            contender.prepare(accounts);
            for (int round = 1; round <= WARM_UPS; round++) {
                contender.time();
                contender.reset();
            }
            contender.time();
            String result = contender.result();
            try (Connection connection = database.superuser();
                    RowsFile rows = RowsFile.of(connection, contender.table())) {
                contender.reset();
                Reference reference = new Reference(database, rows, result);
                for (int round = 1; round <= rounds; round++) {
                    round(contender, reference, round % 2 == 1);
                }
            }
            System.out.println(result);
        }
        return comparison;
    }

    private void round(Contender contender, Reference reference, boolean contenderFirst)
            throws SQLException, IOException {
        if (contenderFirst) {
            measure(contender, reference);
        }
        comparison.add(KEPT, reference.time(true));
        comparison.add(BUILT, reference.time(false));
        if (!contenderFirst) {
            measure(contender, reference);
        }
    }

    private void measure(Contender contender, Reference reference) throws SQLException {
        comparison.add(NAME, contender.time());
        reference.check(contender.result());
        contender.reset();
    }

    /** What rows add up to, every column of them: equal only for equal rows. */
    private static String resultOf(BenchDatabase database, String table) throws SQLException {
        return database.value(("select count(*) || ' rows, amounts ' || sum(amount) || ', balances ' || sum(balance)"
                        + " || ', all columns ' || sum(hash_record_extended(row_values, 0)::numeric)"
                        + " from (select %s from %s) as row_values")
                .formatted(RowsFile.COLUMNS, table));
    }

    /** The service's run. */
    static final class Contender {
        private final BenchDatabase database;
        private final Runs runs;
        private final RunWorker worker;
        private final PlanTerms terms = PlanData.read();
        private long segments;
        private int requested;

        Contender(BenchDatabase database) {
            this.database = database;
            this.runs = Runs.on(database.source());
            this.worker = new RunWorker(
                    database.source(),
                    new BenchRules(SeededAccounts.complete(RATES, terms)),
                    BenchClock.FIXED,
                    THREADS);
        }

        /** Accounts, and a month's run as the newest generation. */
        void prepare(int accounts) throws SQLException, IOException {
            try (Connection connection = database.superuser()) {
                new SeededAccounts(RATES, terms).write(connection, accounts);
            }
            database.execute("vacuum analyze journal_1");
            run(RunKind.CONTRIBUTION, SeededAccounts.lastMonth().toString());
            segments = Long.parseLong(database.value("select max(id) from segment"));
        }

        Duration time() throws SQLException {
            database.execute("checkpoint");
            long start = System.nanoTime();
            run(RunKind.INTEREST, SeededAccounts.YEAR.toString());
            return Duration.ofNanos(System.nanoTime() - start);
        }

        private void run(RunKind kind, String period) {
            UUID id = new UUID(1, ++requested);
            runs.request(new RunRequest(id, kind, period, null, "benchmark", BenchClock.START));
            Run run = worker.work().orElseThrow();
            if (run.status() != RunStatus.COMPLETED) {
                throw new IllegalStateException("the run ended as " + run);
            }
        }

        String table() {
            return "journal_" + (segments + 1);
        }

        String result() throws SQLException {
            return resultOf(database, table());
        }

        /** Makes the journal forget the measured run, so that the next round finds what this one found. */
        void reset() throws SQLException {
            database.execute(
                    "update head set online_segment = %d, generation = %d".formatted(segments, segments - 1),
                    "drop table journal_" + (segments + 1),
                    "drop table journal_" + (segments + 2),
                    "delete from segment where id > " + segments,
                    "delete from stream where kind = 'RUN'",
                    "delete from run_chunk where run in (select id from run where kind = 'INTEREST')",
                    "delete from run where kind = 'INTEREST'",
                    "select setval('segment_number', %d)".formatted(segments));
        }
    }

    /** Copying the same rows. */
    private static final class Reference {
        private final BenchDatabase database;
        private final RowsFile rows;
        private final String expected;

        Reference(BenchDatabase database, RowsFile rows, String expected) {
            this.database = database;
            this.rows = rows;
            this.expected = expected;
        }

        /** Copies into a table that has its key, or builds the key after. */
        Duration time(boolean keyFirst) throws SQLException, IOException {
            database.execute("create table reference (like journal" + (keyFirst ? ", " + KEY : "") + ")", "checkpoint");
            try (Connection connection = database.superuser();
                    Statement statement = connection.createStatement()) {
                connection.setAutoCommit(false);
                long start = System.nanoTime();
                rows.copyInto(connection, "reference");
                if (!keyFirst) {
                    statement.execute("set local maintenance_work_mem = '256MB'");
                    statement.execute("alter table reference add " + KEY);
                }
                connection.commit();
                Duration time = Duration.ofNanos(System.nanoTime() - start);
                check(resultOf(database, "reference"));
                statement.execute("drop table reference");
                connection.commit();
                return time;
            }
        }

        void check(String found) {
            if (!found.equals(expected)) {
                throw new IllegalStateException("results differ: " + found + " instead of " + expected);
            }
        }
    }
}
