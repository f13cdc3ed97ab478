package jp.nenkin.benchmarks;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Runs one benchmark: its name, and --quick for a smaller one. */
public final class Bench {
    private static final String QUICK = "--quick";
    private static final Map<String, Function<Boolean, Benchmark>> ALL = Map.of(
            "interest-run", InterestRun::sized,
            "verify", VerifyRun::sized,
            "append", OnlineAppend::sized,
            "relay", RelayBacklog::sized,
            "balance", BalanceRead::sized);

    private Bench() {}

    public static void main(String[] arguments) throws Exception {
        List<String> names =
                Arrays.stream(arguments).filter(word -> !word.equals(QUICK)).toList();
        Function<Boolean, Benchmark> wanted = names.size() == 1 ? ALL.get(names.getFirst()) : null;
        if (wanted == null) {
            System.err.println("Usage: Bench NAME [--quick], where NAME is one of " + ALL.keySet());
            System.exit(2);
            return;
        }
        Comparison comparison = wanted.apply(List.of(arguments).contains(QUICK)).measure();
        System.out.print(comparison.report());
        System.exit(comparison.passes() ? 0 : 1);
    }
}
