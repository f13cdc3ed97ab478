package jp.nenkin.benchmarks;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * A run over all accounts against copying the very same rows into a table; crediting interest also against a batch
 * framework's job, which is given a part of the accounts and has its time counted up.
 */
final class AccountsRun implements Benchmark {
    private static final String INTEREST = "interest-run";
    private static final String CONTRIBUTIONS = "contribution-run";
    private static final String KEPT = "copy-with-key";
    private static final String BUILT = "copy-then-key";
    private static final String BATCH = "batch-job";
    private static final int BATCH_PART = 5;
    private static final int WARM_UPS = 1;

    private final String name;
    private final Function<BenchDatabase, ServiceRun> contender;
    private final Comparison comparison;
    private final int accounts;
    private final int rounds;

    private AccountsRun(String name, Function<BenchDatabase, ServiceRun> contender, List<Goal> goals, boolean quick) {
        this.name = name;
        this.contender = contender;
        this.comparison = new Comparison("seconds", goals);
        this.accounts = quick ? 200_000 : 1_000_000;
        this.rounds = quick ? 5 : 6;
    }

    static AccountsRun interest(boolean quick) {
        List<Goal> goals = List.of(
                Goal.atMost(INTEREST, BUILT, 1.5), Goal.atLeast(BATCH, INTEREST, 8), Goal.atMost(INTEREST, KEPT, 0.9));
        return new AccountsRun(INTEREST, ServiceRun::interest, goals, quick);
    }

    static AccountsRun contributions(boolean quick) {
        List<Goal> goals = List.of(Goal.atMost(CONTRIBUTIONS, KEPT, 1.2));
        return new AccountsRun(CONTRIBUTIONS, ServiceRun::contributions, goals, quick);
    }

    @Override
    public Comparison measure() throws SQLException, IOException {
        try (BenchDatabase database = BenchDatabase.start()) {
            ServiceRun run = contender.apply(database);
            run.prepare(accounts);
            for (int round = 1; round <= WARM_UPS; round++) {
                Duration _ = run.time();
                run.reset();
            }
            Duration _ = run.time();
            RowSums outcome = RowSums.of(database, run.table(), accounts);
            try (Connection connection = database.superuser();
                    RowsFile rows = RowsFile.of(connection, run.table())) {
                Map<String, Reference> references = references(database, run, rows, outcome);
                run.reset();
                for (int round = 1; round <= rounds; round++) {
                    round(run, outcome, references, round % 2 == 1);
                }
            }
            System.out.println(outcome.text());
        }
        return comparison;
    }

    /** Those that the goals name; made while a run's rows are there. */
    private Map<String, Reference> references(BenchDatabase database, ServiceRun run, RowsFile rows, RowSums outcome)
            throws SQLException {
        Map<String, Reference> references = new LinkedHashMap<>();
        references.put(KEPT, new CopiedRows(database, rows, outcome, true));
        if (name.equals(INTEREST)) {
            references.put(BUILT, new CopiedRows(database, rows, outcome, false));
            RowSums part = RowSums.of(database, run.table(), accounts / BATCH_PART);
            references.put(BATCH, new BatchJob(database, run, part, BATCH_PART));
        }
        return references;
    }

    private void round(ServiceRun run, RowSums outcome, Map<String, Reference> references, boolean runFirst)
            throws SQLException, IOException {
        if (runFirst) {
            comparison.add(name, run.time(outcome));
        }
        for (Map.Entry<String, Reference> reference : references.entrySet()) {
            comparison.add(reference.getKey(), reference.getValue().time());
        }
        if (!runFirst) {
            comparison.add(name, run.time(outcome));
        }
    }
}
