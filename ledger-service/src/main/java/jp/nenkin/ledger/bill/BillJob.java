package jp.nenkin.ledger.bill;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;

/** Bills months whose run is complete, within a second; its lock is (7131, 0). */
@ApplicationScoped
class BillJob {
    private final Bills bills;

    BillJob(Bills bills) {
        this.bills = bills;
    }

    @Scheduled(identity = "bills", every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void work() {
        bills.workOff();
    }
}
