package jp.nenkin.benchmarks;

import static java.util.Map.entry;

import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.logging.ConsoleHandler;
import java.util.logging.Level;
import java.util.logging.Logger;
import jp.nenkin.local.LocalFault;

/** Runs one benchmark: its name, and --quick for a smaller one. */
public final class Bench {
    private static final Map<String, Function<BenchOptions, Benchmark>> ALL = Map.ofEntries(
            entry("interest-run", options -> AccountsRun.interest(options.quick())),
            entry("contribution-run", options -> AccountsRun.contributions(options.quick())),
            entry("verify", options -> VerifyRun.sized(options.quick())),
            entry("rebuild", options -> Rebuild.sized(options.quick())),
            entry("append", options -> OnlineAppend.sized(options.quick())),
            entry("relay", options -> RelayBacklog.sized(options.quick())),
            entry("balance", options -> BalanceRead.sized(options.quick())),
            entry("login", options -> SignIns.sized(options.quick())),
            entry("start", options -> ServiceStart.sized(options.quick())),
            entry("fund-year", FundYear::sized),
            entry("filing-file", options -> FileOfEnrolments.sized(options.quick())));

    private Bench() {}

    public static void main(String[] arguments) throws Exception {
        quieten();
        BenchOptions options = BenchOptions.parse(arguments).orElse(null);
        Function<BenchOptions, Benchmark> wanted = options == null ? null : ALL.get(options.name());
        if (options == null || wanted == null) {
            System.err.println("Usage: Bench NAME [--quick] [--seed N] [--accounts N], where NAME is one of "
                    + new TreeSet<>(ALL.keySet()));
            System.exit(2);
            return;
        }
        System.exit(run(wanted.apply(options)));
    }

    private static int run(Benchmark benchmark) throws Exception {
        try {
            Outcome outcome = benchmark.measure();
            System.out.print(outcome.report());
            return outcome.passes() ? 0 : 1;
        } catch (LocalFault fault) {
            System.err.println("nenkin bench: " + fault.getMessage());
            return 2;
        }
    }

    /** As a service logs: left alone, the log manager keeps a record of each row that the driver copies. */
    private static void quieten() {
        System.setProperty("java.util.logging.manager", "org.jboss.logmanager.LogManager");
        Logger root = Logger.getLogger("");
        root.setLevel(Level.WARNING);
        root.addHandler(new ConsoleHandler());
    }
}
