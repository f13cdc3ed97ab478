package jp.nenkin.ledger.run;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.util.concurrent.ExecutorService;

/**
 * Takes up open runs: at once when one was requested here, within a second when elsewhere or after a restart. All
 * instances work on one run: what one of them has is locked in the database.
 */
@ApplicationScoped
class RunJob {
    private final RunWorker worker;
    private final ExecutorService threads;

    RunJob(RunWorker worker, ExecutorService threads) {
        this.worker = worker;
        this.threads = threads;
    }

    /** In a thread of its own: the answer to the request does not wait for the run. */
    void requested(@Observes(during = TransactionPhase.AFTER_SUCCESS) Requested.Accepted run) {
        threads.execute(worker::work);
    }

    @Scheduled(identity = "runs", every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void work() {
        worker.work();
    }
}
