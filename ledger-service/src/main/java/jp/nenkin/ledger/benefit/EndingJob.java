package jp.nenkin.ledger.benefit;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;

/** Ends deferrals and waitings within seconds of the beginning of their last day; its lock is (7133, 1). */
@ApplicationScoped
class EndingJob {
    private final Endings endings;

    EndingJob(Endings endings) {
        this.endings = endings;
    }

    @Scheduled(identity = "endings", every = "10s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void work() {
        endings.workOff();
    }
}
