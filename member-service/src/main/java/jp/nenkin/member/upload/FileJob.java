package jp.nenkin.member.upload;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.util.concurrent.ExecutorService;

/** Processes files: at once when one was received here, within a second when elsewhere or after a restart. */
@ApplicationScoped
class FileJob {
    private final FileWorker worker;
    private final ExecutorService threads;

    FileJob(FileWorker worker, ExecutorService threads) {
        this.worker = worker;
        this.threads = threads;
    }

    /** In a thread of its own: the answer to the request does not wait for it. */
    void ready(@Observes(during = TransactionPhase.AFTER_SUCCESS) FilingFiles.Ready file) {
        threads.execute(worker::work);
    }

    @Scheduled(identity = "files", every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void work() {
        worker.work();
    }
}
