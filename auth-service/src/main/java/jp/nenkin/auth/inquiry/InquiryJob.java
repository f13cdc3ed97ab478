package jp.nenkin.auth.inquiry;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;

/** Forgets inquiries that nothing came of. */
@ApplicationScoped
class InquiryJob {
    private final Inquiries inquiries;

    InquiryJob(Inquiries inquiries) {
        this.inquiries = inquiries;
    }

    @Scheduled(identity = "inquiries-over", every = "1h", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void forget() {
        int _ = inquiries.forget();
    }
}
