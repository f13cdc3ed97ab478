package jp.nenkin.benchmarks;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** The steps of a year with their times, what was found wrong, and what it all took. */
final class YearReport implements Outcome {
    private final Map<String, Step> steps = new LinkedHashMap<>();
    private final List<String> facts = new ArrayList<>();
    private final List<String> faults = new ArrayList<>();
    private long checks;

    /** All times that something of a name was done. */
    private static final class Step {
        private int times;
        private double seconds;
        private double longest;
        private double processors;
        private long rows;
    }

    /** Something that is timed. */
    @FunctionalInterface
    interface Work<T> {
        T done() throws Exception;
    }

    /** Times a step that is done once or every month. */
    <T> T time(String name, long rows, Work<T> work) throws Exception {
        Map<Long, Duration> before = processors();
        long start = System.nanoTime();
        T result = work.done();
        double seconds = (System.nanoTime() - start) / 1e9;
        Step step = steps.computeIfAbsent(name, none -> new Step());
        step.times++;
        step.processors += since(before);
        step.seconds += seconds;
        step.longest = Math.max(step.longest, seconds);
        step.rows += rows;
        System.out.printf(Locale.ROOT, "%-36s%8.1f s%n", name, seconds);
        return result;
    }

    /** What each process of the system has had of the processors so far. */
    private static Map<Long, Duration> processors() {
        return ProcessHandle.current()
                .descendants()
                .collect(Collectors.toMap(
                        ProcessHandle::pid,
                        process -> process.info().totalCpuDuration().orElse(Duration.ZERO)));
    }

    /** A process that has ended meanwhile is not counted. */
    private static double since(Map<Long, Duration> before) {
        Duration used = Duration.ZERO;
        for (Map.Entry<Long, Duration> process : processors().entrySet()) {
            used = used.plus(process.getValue()).minus(before.getOrDefault(process.getKey(), Duration.ZERO));
        }
        return used.toMillis() / 1e3;
    }

    /** Holds a figure to what it must be. */
    void check(String what, Object found, Object expected) {
        checks++;
        if (!Objects.equals(found, expected)) {
            String fault = what + " is " + found + " and should be " + expected;
            faults.add(fault);
            System.out.println("WRONG: " + fault);
        }
    }

    /** A figure that is told and held to nothing. */
    void tell(String fact) {
        facts.add(fact);
        System.out.println(fact);
    }

    @Override
    public boolean passes() {
        return faults.isEmpty();
    }

    @Override
    public String report() {
        StringBuilder report = new StringBuilder(String.format(
                Locale.ROOT, "%n%-36s%6s%9s%9s%9s%13s%12s%n", "step", "times", "s", "longest", "CPU s", "rows", "/s"));
        steps.forEach((name, step) -> report.append(String.format(
                Locale.ROOT,
                "%-36s%6d%9.1f%9.1f%9.1f%,13d%,12.0f%n",
                name,
                step.times,
                step.seconds,
                step.longest,
                step.processors,
                step.rows,
                step.rows / step.seconds)));
        facts.forEach(fact -> report.append(fact).append(System.lineSeparator()));
        faults.forEach(fault -> report.append("WRONG: ").append(fault).append(System.lineSeparator()));
        return report.append(String.format(
                        Locale.ROOT,
                        "fund-year %d figures checked, %d wrong: %s%n",
                        checks,
                        faults.size(),
                        passes() ? "pass" : "fail"))
                .toString();
    }
}
