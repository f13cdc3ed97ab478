package jp.nenkin.benchmarks;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import jp.nenkin.local.Program;
import jp.nenkin.local.ServiceProcess;

/** The ledger service until it says that it is ready, by what it has kept of an earlier run, against without. */
final class ServiceStart implements Benchmark {
    private static final String CACHED = "start";
    private static final String PLAIN = "start-without-cache";
    private static final List<Goal> GOALS = List.of(Goal.atMost(CACHED, PLAIN, 0.5));

    private final int rounds;
    private final Comparison comparison = new Comparison("seconds", GOALS);

    private ServiceStart(int rounds) {
        this.rounds = rounds;
    }

    static ServiceStart sized(boolean quick) {
        return new ServiceStart(quick ? 5 : 15);
    }

    @Override
    public Comparison measure() throws IOException, SQLException {
        try (BenchSystem system = BenchSystem.startWithCaches()) {
            ServiceProcess cached = system.ledger();
            ServiceProcess plain = cached.withoutCache();
            // Makes the cache, unless an earlier run of the same jar has.
            cached.close();
            Duration _ = time(cached);
            for (int round = 1; round <= rounds; round++) {
                boolean cachedFirst = round % 2 == 1;
                if (cachedFirst) {
                    comparison.add(CACHED, time(cached));
                }
                comparison.add(PLAIN, time(plain));
                if (!cachedFirst) {
                    comparison.add(CACHED, time(cached));
                }
            }
            System.out.println(Program.LEDGER.label() + " answered each time");
        }
        return comparison;
    }

    /** Throws when the service does not become ready. */
    private static Duration time(ServiceProcess service) {
        long start = System.nanoTime();
        service.start();
        Duration time = Duration.ofNanos(System.nanoTime() - start);
        service.kill();
        return time;
    }
}
