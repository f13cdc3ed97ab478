package jp.nenkin.auth.people;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import io.smallrye.reactive.messaging.kafka.KafkaConsumer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import jp.nenkin.events.Topics;
import jp.nenkin.kit.TenantScope;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

/** Notes, for the partitions that this instance has, that everything in them has been taken in. */
@ApplicationScoped
class FreshnessJob {
    private static final Logger LOG = Logger.getLogger(FreshnessJob.class);
    private static final Duration LIMIT = Duration.ofSeconds(10);

    private final KafkaClientService clients;
    private final FreshnessTable table;
    private final TenantScope scope;
    private final Clock clock;

    FreshnessJob(KafkaClientService clients, FreshnessTable table, TenantScope scope, Clock clock) {
        this.clients = clients;
        this.table = table;
        this.scope = scope;
        this.clock = clock;
    }

    @Scheduled(identity = "freshness", every = "2s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void note() {
        note("member-profile", Topics.MEMBER_PROFILE);
        note("member-events", Topics.MEMBER_EVENTS);
    }

    private void note(String channel, String topic) {
        // Asked before: what comes meanwhile is not in what is counted.
        Instant now = clock.instant();
        try {
            KafkaConsumer<String, byte[]> consumer = clients.getConsumer(channel);
            Set<Integer> caughtUp =
                    consumer.runOnPollingThread(FreshnessJob::caughtUp).await().atMost(LIMIT);
            scope.asSystem(() -> QuarkusTransaction.requiringNew().run(() -> table.put(topic, caughtUp, now)));
        } catch (RuntimeException fault) {
            // Not noted is not fresh, and that is what is meant when Kafka is away.
            LOG.debugf("%s is not known to be fresh: %s", topic, fault);
        }
    }

    private static Set<Integer> caughtUp(Consumer<String, byte[]> consumer) {
        Set<TopicPartition> own = consumer.assignment();
        Map<TopicPartition, OffsetAndMetadata> taken = consumer.committed(own, LIMIT);
        Map<TopicPartition, Long> ends = consumer.endOffsets(List.copyOf(own), LIMIT);
        return own.stream()
                .filter(partition -> takenOf(taken, partition) >= ends.getOrDefault(partition, Long.MAX_VALUE))
                .map(TopicPartition::partition)
                .collect(Collectors.toSet());
    }

    /** Nothing is committed of a partition that never held anything. */
    private static long takenOf(Map<TopicPartition, OffsetAndMetadata> taken, TopicPartition partition) {
        OffsetAndMetadata committed = taken.get(partition);
        return committed == null ? 0 : committed.offset();
    }
}
