package jp.nenkin.benchmarks;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.YearMonth;
import java.util.Map;
import java.util.UUID;
import jp.nenkin.events.RunKind;
import jp.nenkin.ledger.account.AccountCommand;
import jp.nenkin.ledger.account.Books;
import jp.nenkin.ledger.account.PlanData;
import jp.nenkin.ledger.interest.CreditingRate;
import jp.nenkin.ledger.interest.Rates;
import jp.nenkin.ledger.run.AccountComputation;
import jp.nenkin.ledger.run.Run;
import jp.nenkin.ledger.run.RunComputation;
import jp.nenkin.ledger.run.RunRequest;
import jp.nenkin.ledger.run.RunStatus;
import jp.nenkin.ledger.run.RunWorker;
import jp.nenkin.ledger.run.Runs;

/** A run by the service's own worker, from its request to its commit, made again and again. */
final class ServiceRun {
    private static final YearMonth LAST_MONTH = SeededAccounts.YEAR.lastMonth();
    private static final Books BOOKS = new Books(
            LAST_MONTH,
            SeededAccounts.YEAR.previous(),
            new Rates(Map.of(SeededAccounts.YEAR, CreditingRate.parse("3.7"))),
            PlanData.read());
    private static final int THREADS = 2;

    private final BenchDatabase database;
    private final Subject subject;
    private final Runs runs;
    private final RunWorker worker;
    private int generation;
    private int requested;

    /**
     * What is run.
     *
     * @param before the month whose run is the generation it goes on from
     */
    private record Subject(RunKind kind, String period, YearMonth before, AccountCommand command) {}

    private ServiceRun(BenchDatabase database, Subject subject) {
        this.database = database;
        this.subject = subject;
        this.runs = Runs.on(database.source());
        this.worker = new RunWorker(database.source(), new BenchRules(BOOKS), BenchClock.FIXED, THREADS);
    }

    /** Crediting a year's interest. */
    static ServiceRun interest(BenchDatabase database) {
        return new ServiceRun(
                database,
                new Subject(
                        RunKind.INTEREST,
                        SeededAccounts.YEAR.toString(),
                        LAST_MONTH,
                        new AccountCommand.CreditInterest(SeededAccounts.YEAR)));
    }

    /** Posting a month's contributions. */
    static ServiceRun contributions(BenchDatabase database) {
        return new ServiceRun(
                database,
                new Subject(
                        RunKind.CONTRIBUTION,
                        LAST_MONTH.toString(),
                        LAST_MONTH.minusMonths(1),
                        new AccountCommand.PostContribution(LAST_MONTH)));
    }

    /** Accounts, and the run of the month before as the newest generation. */
    void prepare(int accounts) throws SQLException, IOException {
        try (Connection connection = database.superuser()) {
            new SeededAccounts(subject.before().minusMonths(1)).writeNewest(connection, accounts);
        }
        database.execute("vacuum analyze journal_1");
        run(RunKind.CONTRIBUTION, subject.before().toString());
        generation = Integer.parseInt(database.value("select generation from head"));
    }

    /** Runs; the rows stay. */
    Duration time() throws SQLException {
        database.execute("checkpoint");
        long start = System.nanoTime();
        run(subject.kind(), subject.period());
        return Duration.ofNanos(System.nanoTime() - start);
    }

    /** Runs, throws when the rows are not the expected ones, and takes them away. */
    Duration time(RowSums expected) throws SQLException {
        Duration time = time();
        expected.require(database, table());
        reset();
        return time;
    }

    private void run(RunKind kind, String period) {
        UUID id = new UUID(1, ++requested);
        runs.request(new RunRequest(id, kind, period, null, "benchmark", BenchClock.START));
        Run run = worker.work().orElseThrow();
        if (run.status() != RunStatus.COMPLETED) {
            throw new IllegalStateException("the run ended as " + run);
        }
    }

    /** How the run computes each account. */
    RunComputation computation() {
        return new AccountComputation(subject.command(), BOOKS);
    }

    /** The segment that the run goes on from. */
    int generation() {
        return generation;
    }

    /** The segment that the run writes: an online one lies between. */
    int segment() {
        return generation + 2;
    }

    /** Where its rows are. */
    String table() {
        return "journal_" + segment();
    }

    /** Makes the journal forget the measured run, so that the next round finds what this one found. */
    void reset() throws SQLException {
        int online = generation + 1;
        database.execute(
                "update head set online_segment = %d, generation = %d".formatted(online, generation),
                "drop table " + table(),
                "drop table journal_" + (segment() + 1),
                "delete from segment where id > " + online,
                "delete from stream where kind = 'RUN'",
                "delete from run_chunk where run > 1",
                "delete from run where id > 1",
                "select setval('segment_number', %d)".formatted(online));
    }
}
