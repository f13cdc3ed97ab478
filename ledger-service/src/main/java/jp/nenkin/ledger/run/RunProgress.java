package jp.nenkin.ledger.run;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How fast a run goes, as far as it is known.
 *
 * @param perSecond streams a second since it was taken up
 * @param secondsLeft how long it takes at that rate until all are computed; what follows takes a few seconds more
 */
record RunProgress(@Nullable Long perSecond, @Nullable Long secondsLeft) {
    private static final RunProgress UNKNOWN = new RunProgress(null, null);

    static RunProgress of(Run run, Instant now) {
        return switch (run.status()) {
            case OPEN -> going(run, now);
            case COMPLETED -> new RunProgress(perSecond(run, run.completedAt()), 0L);
            case FAILED, ABANDONED -> UNKNOWN;
        };
    }

    private static RunProgress going(Run run, Instant now) {
        Long perSecond = perSecond(run, now);
        if (perSecond == null) {
            return UNKNOWN;
        }
        return new RunProgress(perSecond, Math.ceilDiv(Math.max(0, run.total() - run.done()), perSecond));
    }

    private static @Nullable Long perSecond(Run run, @Nullable Instant until) {
        Instant started = run.startedAt();
        if (started == null || until == null || run.done() == 0) {
            return null;
        }
        long millis = Math.max(1, Duration.between(started, until).toMillis());
        return Math.max(1, run.done() * 1_000 / millis);
    }
}
