package jp.nenkin.ledger.benefit;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;

/** Decides who waited for a rate within a second of its approval; its lock is (7133, 0). */
@ApplicationScoped
class AwaitedRateJob {
    private final AwaitedRates awaitedRates;

    AwaitedRateJob(AwaitedRates awaitedRates) {
        this.awaitedRates = awaitedRates;
    }

    @Scheduled(identity = "awaited-rates", every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void work() {
        awaitedRates.workOff();
    }
}
