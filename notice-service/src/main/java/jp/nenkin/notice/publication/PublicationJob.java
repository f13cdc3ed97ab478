package jp.nenkin.notice.publication;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.util.concurrent.ExecutorService;

/**
 * Works on publications: at once when one was requested here, within a second when elsewhere, after a restart, or when
 * a missing name has come.
 */
@ApplicationScoped
class PublicationJob {
    private final PublicationWorker worker;
    private final ExecutorService threads;

    PublicationJob(PublicationWorker worker, ExecutorService threads) {
        this.worker = worker;
        this.threads = threads;
    }

    /** In a thread of its own: the answer to the request does not wait for it. */
    void requested(@Observes(during = TransactionPhase.AFTER_SUCCESS) Publications.Requested year) {
        threads.execute(worker::work);
    }

    @Scheduled(identity = "publications", every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void work() {
        worker.work();
    }
}
