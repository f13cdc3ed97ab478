package jp.nenkin.auth.edge;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;

/** Forgets sessions that are over. Each instance may do it, at any time: they opened nothing any more. */
@ApplicationScoped
class SessionJob {
    private final Sessions sessions;

    SessionJob(Sessions sessions) {
        this.sessions = sessions;
    }

    @Scheduled(identity = "sessions-over", every = "5m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void forget() {
        int _ = sessions.forgetOver();
    }
}
