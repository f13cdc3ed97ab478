package jp.nenkin.ledger.run;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;

/** Takes up open runs, within a second of their request and after a restart; its lock is the run session's. */
@ApplicationScoped
class RunJob {
    private final RunWorker worker;

    RunJob(RunWorker worker) {
        this.worker = worker;
    }

    @Scheduled(identity = "runs", every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void work() {
        worker.work();
    }
}
