package jp.nenkin.auth.recovery;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;

/** Sends what was asked for. On every instance: each takes another ask. */
@ApplicationScoped
class AskJob {
    private final Recoveries recoveries;

    AskJob(Recoveries recoveries) {
        this.recoveries = recoveries;
    }

    @Scheduled(identity = "recovery-asks", every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void send() {
        boolean more = true;
        while (more) {
            more = recoveries.sendNext();
        }
    }
}
