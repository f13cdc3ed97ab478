package jp.nenkin.ledger.seal;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;

/** Seals a run soon after its close and a day soon after midnight, on one instance at a time by the seals' lock. */
@ApplicationScoped
class SealJob {
    private final Seals seals;

    SealJob(Seals seals) {
        this.seals = seals;
    }

    @Scheduled(identity = "seals", every = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void seal() {
        seals.sealDue();
    }
}
