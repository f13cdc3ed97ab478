package jp.nenkin.auth.limit;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;

/** Forgets tries that no window reaches any more, and with them from where they came. */
@ApplicationScoped
class TryJob {
    private final Limits limits;

    TryJob(Limits limits) {
        this.limits = limits;
    }

    @Scheduled(identity = "tries-over", every = "5m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void forget() {
        int _ = limits.forget();
    }
}
