package jp.nenkin.benchmarks;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** A topic as a reader sees it: how much there is, and what. */
final class Topic implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofMinutes(3);
    private static final Duration POLL = Duration.ofMillis(5);

    private final KafkaConsumer<String, byte[]> consumer;
    private final List<TopicPartition> partitions;

    Topic(Map<String, Object> kafka, String name) {
        Map<String, Object> settings = new HashMap<>(kafka);
        settings.put("enable.auto.commit", false);
        settings.put("auto.offset.reset", "earliest");
        this.consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
        this.partitions = consumer.partitionsFor(name).stream()
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
    }

    /** How many records were ever written. */
    long size() {
        return consumer.endOffsets(partitions).values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    /** Waits for a size, and says when it was seen. */
    long await(long size) throws InterruptedException {
        long end = System.nanoTime() + LIMIT.toNanos();
        while (size() < size) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("the topic has " + size() + " of " + size + " records");
            }
            Thread.sleep(POLL);
        }
        return System.nanoTime();
    }

    /** The records that are written while something goes on, as many as it must write. */
    List<ConsumerRecord<String, byte[]>> next(int count, Work work) throws Exception {
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        // Positions are found lazily: asked for, they are those of now.
        partitions.forEach(consumer::position);
        work.run();
        List<ConsumerRecord<String, byte[]>> records = new ArrayList<>(count);
        long end = System.nanoTime() + LIMIT.toNanos();
        while (records.size() < count && System.nanoTime() < end) {
            consumer.poll(Duration.ofMillis(100)).forEach(records::add);
        }
        return records;
    }

    /** What writes to the topic. */
    @FunctionalInterface
    interface Work {
        void run() throws Exception;
    }

    @Override
    public void close() {
        consumer.close();
    }
}
