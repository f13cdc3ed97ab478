package jp.nenkin.ledger.seal;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;

/** Takes up verifications within a second of their request, or after a restart; its lock is the worker's. */
@ApplicationScoped
class VerificationJob {
    private final VerificationWorker worker;

    VerificationJob(VerificationWorker worker) {
        this.worker = worker;
    }

    @Scheduled(identity = "verifications", every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void work() {
        worker.work();
    }
}
