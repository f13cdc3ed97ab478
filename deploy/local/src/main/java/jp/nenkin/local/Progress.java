package jp.nenkin.local;

import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Tells the one who waits what is going on: each step's start and end, and every few seconds what is under way. */
public final class Progress implements AutoCloseable {
    private static final long EVERY_SECONDS = 5;

    private final long start = System.nanoTime();
    private final Map<String, Long> underWay = new ConcurrentSkipListMap<>();
    private final Consumer<String> out;
    private final ScheduledExecutorService ticker;

    private Progress(Consumer<String> out) {
        this.out = out;
        this.ticker = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("progress").factory());
        // Its failures would be silent and its result is nothing.
        var _ = ticker.scheduleAtFixedRate(this::tick, EVERY_SECONDS, EVERY_SECONDS, TimeUnit.SECONDS);
    }

    public static Progress to(Consumer<String> out) {
        return new Progress(out);
    }

    public void say(String line) {
        out.accept("%6.1f s  %s".formatted(seconds(start), line));
    }

    /** Runs one step and tells when it begins and how long it took. */
    public <T> T step(String name, Callable<T> step) throws Exception {
        long begun = System.nanoTime();
        underWay.put(name, begun);
        say(name + " …");
        try {
            T result = step.call();
            say("%s: done in %.1f s".formatted(name, seconds(begun)));
            return result;
        } finally {
            underWay.remove(name);
        }
    }

    @Override
    public void close() {
        ticker.shutdownNow();
    }

    private void tick() {
        if (!underWay.isEmpty()) {
            say(underWay.entrySet().stream()
                    .map(step -> "%s (%.0f s)".formatted(step.getKey(), seconds(step.getValue())))
                    .collect(Collectors.joining(", ", "still at it: ", "")));
        }
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }
}
