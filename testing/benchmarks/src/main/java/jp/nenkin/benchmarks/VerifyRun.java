package jp.nenkin.benchmarks;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import jp.nenkin.ledger.seal.Seals;
import jp.nenkin.ledger.seal.Verifier;

/**
 * Verifying a run by the service's own verification, all its hashes and its seal's Merkle root, against the run itself.
 */
final class VerifyRun implements Benchmark {
    private static final String NAME = "verify";
    private static final String RUN = "interest-run";
    private static final Map<String, Double> GOALS = Map.of(RUN, 1.0);

    private final int accounts;
    private final int rounds;
    private final Comparison comparison = new Comparison(NAME, GOALS);

    private VerifyRun(int accounts, int rounds) {
        this.accounts = accounts;
        this.rounds = rounds;
    }

    static VerifyRun sized(boolean quick) {
        return quick ? new VerifyRun(200_000, 5) : new VerifyRun(1_000_000, 6);
    }

    @Override
    public Comparison measure() throws SQLException, IOException {
        try (BenchDatabase database = BenchDatabase.start()) {
            ServiceRun run = ServiceRun.interest(database);
            Verification verification = new Verification(database, accounts);
            run.prepare(accounts);
            Duration _ = run.time();
            verification.seal();
            Duration _ = verification.time();
            for (int round = 1; round <= rounds; round++) {
                // A run is there at the end of each round, to be verified first in every second one.
                if (round % 2 == 0) {
                    comparison.add(NAME, verification.time());
                }
                verification.forget();
                run.reset();
                comparison.add(RUN, run.time());
                verification.seal();
                if (round % 2 == 1) {
                    comparison.add(NAME, verification.time());
                }
            }
            System.out.println(RowSums.of(database, run.table(), accounts).text());
        }
        return comparison;
    }

    /** The service's verification of the newest run. */
    private static final class Verification {
        private final BenchDatabase database;
        private final Seals seals;
        private final Verifier verifier;
        private final int accounts;

        Verification(BenchDatabase database, int accounts) {
            this.database = database;
            this.seals = new Seals(database.source(), BenchClock.FIXED);
            this.verifier = new Verifier(database.source());
            this.accounts = accounts;
        }

        void seal() {
            if (seals.sealDue() == 0) {
                throw new IllegalStateException("nothing was sealed");
            }
        }

        /** Verifies, and refuses a result that is not every account's event without a finding. */
        Duration time() throws SQLException {
            UUID run = UUID.fromString(
                    database.value("select run_id from seal where kind = 'RUN'" + " order by number desc limit 1"));
            database.execute("checkpoint");
            long start = System.nanoTime();
            Verifier.Report report = verifier.verify(run, new TreeMap<>(), (done, of) -> {});
            Duration time = Duration.ofNanos(System.nanoTime() - start);
            if (report.count() > 0 || report.events() < accounts) {
                throw new IllegalStateException("the verification found " + report);
            }
            return time;
        }

        /** Makes the journal forget the seals, whose events lie in the segment that the next round drops. */
        void forget() throws SQLException {
            database.execute(
                    "truncate seal, seal_block, year_closing cascade", "delete from stream where kind = 'SEAL'");
        }
    }
}
