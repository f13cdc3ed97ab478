package jp.nenkin.mail;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.stream.IntStream;

/** Sends what waits, a few mails at a time, until none does. */
@ApplicationScoped
class MailJob {
    private static final int AT_ONCE = 4;

    private final MailSender sender;
    private final ExecutorService threads;
    private volatile boolean stopping;

    MailJob(MailSender sender, ExecutorService threads) {
        this.sender = sender;
        this.threads = threads;
    }

    @Scheduled(identity = "mails", every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void send() {
        CompletableFuture.allOf(IntStream.range(0, AT_ONCE)
                        .mapToObj(number -> CompletableFuture.runAsync(this::drain, threads))
                        .toArray(CompletableFuture<?>[]::new))
                .join();
    }

    void stop(@Observes ShutdownEvent event) {
        stopping = true;
    }

    private void drain() {
        boolean more = true;
        while (more && !stopping) {
            more = sender.sendNext();
        }
    }
}
