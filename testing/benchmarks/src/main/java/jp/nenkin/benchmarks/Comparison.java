package jp.nenkin.benchmarks;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Figures of pieces and their references, round by round, and what their ratios must reach. */
final class Comparison implements Outcome {
    private final String unit;
    private final List<Goal> goals;
    private final Map<String, List<Double>> figures = new LinkedHashMap<>();

    /**
     * A comparison without figures yet.
     *
     * @param unit of all figures, or what a reader must know of them
     */
    Comparison(String unit, List<Goal> goals) {
        this.unit = unit;
        this.goals = List.copyOf(goals);
    }

    /**
     * Of the times of one contender.
     *
     * @param goals by reference: how many times its time the contender may take
     */
    Comparison(String contender, Map<String, Double> goals) {
        this(
                "seconds",
                goals.entrySet().stream()
                        .map(goal -> Goal.atMost(contender, goal.getKey(), goal.getValue()))
                        .toList());
    }

    /** Adds a piece's time in the current round. */
    void add(String piece, Duration time) {
        add(piece, time.toNanos() / 1e9);
    }

    /** Adds a piece's figure in the current round. */
    void add(String piece, double figure) {
        figures.computeIfAbsent(piece, name -> new ArrayList<>()).add(figure);
    }

    @Override
    public boolean passes() {
        return goals.stream().allMatch(goal -> goal.isReachedBy(ratio(goal).median()));
    }

    /** The table of figures, then one line for each goal. */
    @Override
    public String report() {
        StringBuilder report = new StringBuilder(String.format(Locale.ROOT, "%-28s", unit));
        int rounds = figures.values().iterator().next().size();
        for (int round = 1; round <= rounds; round++) {
            report.append(String.format(Locale.ROOT, "%10s", "round " + round));
        }
        report.append(String.format(Locale.ROOT, "%10s%n", "median"));
        figures.forEach((piece, values) -> appendLine(
                report, piece, values.stream().mapToDouble(Double::doubleValue).toArray()));
        goals.forEach(goal -> appendLine(report, goal.piece() + ":" + goal.reference(), ratios(goal)));
        goals.forEach(goal -> report.append(goal.verdict(
                ratio(goal).median(), ratio(goal).least(), ratio(goal).most())));
        return report.toString();
    }

    private static void appendLine(StringBuilder report, String name, double[] values) {
        report.append(String.format(Locale.ROOT, "%-28s", name));
        for (double value : values) {
            report.append(figure(value));
        }
        report.append(figure(Spread.of(values).median())).append(System.lineSeparator());
    }

    private static String figure(double value) {
        return String.format(Locale.ROOT, value < 1_000 ? "%10.2f" : "%10.0f", value);
    }

    private Spread ratio(Goal goal) {
        return Spread.of(ratios(goal));
    }

    private double[] ratios(Goal goal) {
        List<Double> own = figures.getOrDefault(goal.piece(), List.of());
        List<Double> others = figures.getOrDefault(goal.reference(), List.of());
        double[] ratios = new double[own.size()];
        for (int round = 0; round < ratios.length; round++) {
            ratios[round] = own.get(round) / others.get(round);
        }
        return ratios;
    }

    /** The middle and the ends of some values. */
    private record Spread(double median, double least, double most) {
        static Spread of(double[] values) {
            double[] sorted = values.clone();
            Arrays.sort(sorted);
            int middle = sorted.length / 2;
            double median = sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
            return new Spread(median, sorted[0], sorted[sorted.length - 1]);
        }
    }
}
