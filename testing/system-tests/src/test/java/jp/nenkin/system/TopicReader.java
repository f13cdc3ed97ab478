package jp.nenkin.system;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import jp.nenkin.events.CloudEventHeaders;
import jp.nenkin.events.EventType;
import jp.nenkin.events.Topics;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads all topics from their beginning with a plain consumer that belongs to no group. */
final class TopicReader {
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration LIMIT = Duration.ofMinutes(1);

    private final Map<String, Object> settings;

    TopicReader(Map<String, Object> settings) {
        this.settings = new HashMap<>(settings);
        this.settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    }

    /**
     * Reads until so many completed runs have come on every partition: nothing that belongs to them follows.
     *
     * @param runs how many runs the ledger has completed
     */
    List<ConsumerRecord<String, byte[]>> readAll(int runs) {
        List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
        try (KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = Topics.ALL.stream()
                    .flatMap(topic -> IntStream.range(0, Topics.PARTITIONS)
                            .mapToObj(partition -> new TopicPartition(topic.name(), partition)))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            long completed = 0;
            long end = System.nanoTime() + LIMIT.toNanos();
            while (completed < (long) runs * Topics.PARTITIONS || !isAtEnd(consumer, partitions)) {
                if (System.nanoTime() > end) {
                    throw new IllegalStateException("%d records, but %d of %d runs on %d partitions"
                            .formatted(records.size(), completed, runs, Topics.PARTITIONS));
                }
                for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
                    records.add(record);
                    completed += isCompletedRun(record) ? 1 : 0;
                }
            }
        }
        return records;
    }

    private static boolean isAtEnd(KafkaConsumer<String, byte[]> consumer, List<TopicPartition> partitions) {
        return consumer.endOffsets(partitions).entrySet().stream()
                .allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
    }

    private static boolean isCompletedRun(ConsumerRecord<String, byte[]> record) {
        return new String(record.headers().lastHeader(CloudEventHeaders.TYPE).value(), UTF_8)
                .equals(EventType.RUN_COMPLETED.writtenName());
    }
}
