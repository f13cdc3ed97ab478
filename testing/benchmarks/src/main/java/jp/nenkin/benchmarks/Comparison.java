package jp.nenkin.benchmarks;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Times of a contender and its references, round by round, and what their ratios must reach. */
final class Comparison {
    private final String contender;
    private final Map<String, Double> goals;
    private final Map<String, List<Duration>> times = new LinkedHashMap<>();

    /**
     * A comparison without times yet.
     *
     * @param goals by reference: how many times its time the contender may take
     */
    Comparison(String contender, Map<String, Double> goals) {
        this.contender = contender;
        this.goals = goals;
    }

    /** Adds a piece's time in the current round. */
    void add(String piece, Duration time) {
        times.computeIfAbsent(piece, name -> new ArrayList<>()).add(time);
    }

    boolean passes() {
        return goals.entrySet().stream().allMatch(goal -> ratio(goal.getKey()).median() <= goal.getValue());
    }

    /** The table of times, then one line for each goal. */
    String report() {
        StringBuilder report = new StringBuilder(String.format(Locale.ROOT, "%-28s", "seconds"));
        int rounds = times.values().iterator().next().size();
        for (int round = 1; round <= rounds; round++) {
            report.append(String.format(Locale.ROOT, "%9s", "round " + round));
        }
        report.append(String.format(Locale.ROOT, "%9s%n", "median"));
        times.forEach((piece, durations) -> appendLine(
                report,
                piece,
                durations.stream().mapToDouble(Comparison::seconds).toArray()));
        goals.forEach((reference, goal) -> appendLine(report, contender + ":" + reference, ratios(reference)));
        goals.forEach((reference, goal) -> appendVerdict(report, reference, goal));
        return report.toString();
    }

    private static void appendLine(StringBuilder report, String name, double[] values) {
        report.append(String.format(Locale.ROOT, "%-28s", name));
        for (double value : values) {
            report.append(String.format(Locale.ROOT, "%9.2f", value));
        }
        report.append(String.format(Locale.ROOT, "%9.2f%n", Spread.of(values).median()));
    }

    private void appendVerdict(StringBuilder report, String reference, double goal) {
        Spread ratio = ratio(reference);
        report.append(String.format(
                Locale.ROOT,
                "%s/%s ratio=%.2f goal=%.2f %s (worst %.2f)%n",
                contender,
                reference,
                ratio.median(),
                goal,
                ratio.median() <= goal ? "pass" : "fail",
                ratio.worst()));
    }

    private Spread ratio(String reference) {
        return Spread.of(ratios(reference));
    }

    private double[] ratios(String reference) {
        List<Duration> own = times.getOrDefault(contender, List.of());
        List<Duration> others = times.getOrDefault(reference, List.of());
        double[] ratios = new double[own.size()];
        for (int round = 0; round < ratios.length; round++) {
            ratios[round] = seconds(own.get(round)) / seconds(others.get(round));
        }
        return ratios;
    }

    private static double seconds(Duration time) {
        return time.toNanos() / 1e9;
    }

    /** The middle and the largest of some values. */
    private record Spread(double median, double worst) {
        static Spread of(double[] values) {
            double[] sorted = values.clone();
            Arrays.sort(sorted);
            int middle = sorted.length / 2;
            double median = sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
            return new Spread(median, sorted[sorted.length - 1]);
        }
    }
}
