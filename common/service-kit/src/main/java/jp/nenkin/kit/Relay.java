package jp.nenkin.kit;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.faulttolerance.api.Guard;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Destroyed;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.transaction.TransactionScoped;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Sends what a service's {@link RelaySource} holds to Kafka, in order, at least once, by one instance at a time.
 *
 * <p>Each slice is one transaction: lock, cursor, read, send, flush, cursor moved. The lock only saves work done twice;
 * what keeps the order is that a slice is sent whole from where the cursor stood, and the cursor moves from there or
 * not. While no transaction that writes has ended since the last look found nothing, there is no second look.
 *
 * <p>It looks when a transaction of this instance has ended, so that an event waits for little; and a few times a
 * second besides, for what was committed elsewhere: by another instance, or by a run on connections of its own.
 */
@ApplicationScoped
class Relay {
    private static final Logger LOG = Logger.getLogger(Relay.class);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(5);
    private static final Duration UNASKED = Duration.ofMillis(200);
    // The broker may be away for long; the transaction that waits for it holds no row and no snapshot.
    private static final int TRANSACTION_SECONDS = 600;

    private final Instance<RelaySource> source;
    private final RelayCursorTable cursors;
    private final RelayProducer producer;
    private final TenantScope scope;
    private final Duration idle;
    private final Guard untilItWorks;
    private final BlockingQueue<Boolean> ended = new ArrayBlockingQueue<>(1);
    // Below it the source was once read to its end.
    private String drained = "";
    private @Nullable Thread sender;
    private volatile boolean stopping;

    Relay(
            Instance<RelaySource> source,
            RelayCursorTable cursors,
            RelayProducer producer,
            TenantScope scope,
            @ConfigProperty(name = "nenkin.relay.idle", defaultValue = "50ms") Duration idle) {
        this.source = source;
        this.cursors = cursors;
        this.producer = producer;
        this.scope = scope;
        this.idle = idle;
        this.untilItWorks = Guard.create()
                .withDescription("relay")
                .withRetry()
                .maxRetries(-1)
                .maxDuration(0, ChronoUnit.SECONDS)
                .delay(100, ChronoUnit.MILLIS)
                .jitter(50, ChronoUnit.MILLIS)
                .beforeRetry(this::failed)
                .withExponentialBackoff()
                .maxDelay(5, ChronoUnit.SECONDS)
                .done()
                .done()
                .build();
    }

    void start(@Observes StartupEvent event) {
        if (source.isResolvable()) {
            stopping = false;
            sender = Thread.ofPlatform().name("relay").daemon().start(this::run);
        }
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopping = true;
        if (sender != null) {
            sender.interrupt();
            producer.close();
            sender.join(STOP_LIMIT);
        }
    }

    void transactionEnded(@Observes @Destroyed(TransactionScoped.class) Object transaction) {
        boolean _ = ended.offer(true);
    }

    private void run() {
        while (!stopping) {
            try {
                // Before the look: what ends during it is looked for again.
                ended.clear();
                boolean sent = untilItWorks.call(this::slice, Boolean.class);
                if (!sent) {
                    Thread.sleep(idle);
                    Boolean _ = ended.poll(UNASKED.toMillis(), TimeUnit.MILLISECONDS);
                }
            } catch (Exception fault) {
                if (!stopping) {
                    LOG.error("The relay was interrupted and goes on", fault);
                }
            }
        }
    }

    private boolean slice() {
        // Asked before the source is read, so that what ends in between is looked for again.
        String settled = cursors.settled();
        return !settled.equals(drained)
                && scope.asSystem(() -> QuarkusTransaction.requiringNew()
                        .timeout(TRANSACTION_SECONDS)
                        .call(() -> forward(settled)));
    }

    private boolean forward(String settled) throws InterruptedException {
        RelaySource read = source.get();
        if (!cursors.lock(read.name())) {
            return false;
        }
        RelayCursorTable.Cursor cursor = cursors.read(read.name());
        Optional<RelaySource.Slice> slice = read.next(cursor.position());
        if (slice.isEmpty()) {
            drained = settled;
            return false;
        }
        producer.send(slice.get().records());
        cursors.move(cursor, slice.get().position());
        return true;
    }

    private void failed(Throwable fault) {
        producer.close();
        if (!stopping) {
            LOG.warnf("The relay failed and will try again: %s", Faults.root(fault));
        }
    }
}
