package jp.nenkin.local;

import java.time.Duration;

/** Waits until a server answers, and gives up when its process has ended or the time is over. */
final class Await {
    private static final Duration PAUSE = Duration.ofMillis(200);

    private Await() {}

    /** Whether the server answers; throws while it does not yet, as connections do. */
    interface Probe {
        boolean answers() throws Exception;
    }

    static void until(ChildProcess child, Duration limit, Probe probe) {
        long end = System.nanoTime() + limit.toNanos();
        Exception last = null;
        while (System.nanoTime() < end) {
            if (!child.isAlive()) {
                throw child.death();
            }
            try {
                if (probe.answers()) {
                    return;
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new LocalFault("Interrupted while waiting for " + child.name(), e);
            } catch (Exception e) {
                last = e;
            }
            pause(child);
        }
        throw new LocalFault(
                "%s did not answer within %d s: %s".formatted(child.name(), limit.toSeconds(), last), last);
    }

    private static void pause(ChildProcess child) {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LocalFault("Interrupted while waiting for " + child.name(), e);
        }
    }
}
