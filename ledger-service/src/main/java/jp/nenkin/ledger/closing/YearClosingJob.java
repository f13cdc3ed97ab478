package jp.nenkin.ledger.closing;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;

/** Computes requested closings, within a second; its lock is (7132, 0). */
@ApplicationScoped
class YearClosingJob {
    private final YearClosings closings;

    YearClosingJob(YearClosings closings) {
        this.closings = closings;
    }

    @Scheduled(identity = "year-closings", every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void work() {
        closings.workOff();
    }
}
