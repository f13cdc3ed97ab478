package jp.nenkin.kit;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Sends a slice whole and in order, or throws; after a fault nothing of it is sent later. */
@ApplicationScoped
class RelayProducer {
    private final Map<String, Object> settings;
    private @Nullable Producer<String, byte[]> producer;

    RelayProducer(
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            @ConfigProperty(name = "quarkus.application.name") String application) {
        settings = new HashMap<>(kafka);
        settings.put(ProducerConfig.CLIENT_ID_CONFIG, application + "-relay");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 2);
        settings.put(ProducerConfig.BATCH_SIZE_CONFIG, 131_072);
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 10_000);
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 10_000);
        // A batch given up would let later ones of its partition overtake it. It is never given up but by close().
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, Integer.MAX_VALUE);
    }

    void send(List<Outgoing> records) throws InterruptedException {
        Producer<String, byte[]> open = open();
        AtomicBoolean refused = new AtomicBoolean();
        List<Future<RecordMetadata>> sent = new ArrayList<>(records.size());
        for (Outgoing record : records) {
            if (refused.get()) {
                break;
            }
            sent.add(open.send(kafkaRecord(record), (metadata, fault) -> refused.compareAndSet(false, fault != null)));
        }
        open.flush();
        for (Future<RecordMetadata> one : sent) {
            await(one);
        }
    }

    /** Gives up whatever is under way: a producer that failed once may hold records that must not come late. */
    synchronized void close() {
        if (producer != null) {
            producer.close(Duration.ZERO);
            producer = null;
        }
    }

    private synchronized Producer<String, byte[]> open() {
        if (producer == null) {
            producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
        }
        return producer;
    }

    private static ProducerRecord<String, byte[]> kafkaRecord(Outgoing record) {
        ProducerRecord<String, byte[]> kafka =
                new ProducerRecord<>(record.topic(), record.partition(), record.key(), record.value());
        record.headers().forEach((name, value) -> kafka.headers().add(name, value.getBytes(UTF_8)));
        return kafka;
    }

    private static void await(Future<RecordMetadata> sent) throws InterruptedException {
        try {
            sent.get();
        } catch (ExecutionException fault) {
            throw new KafkaException("Not sent", fault.getCause());
        }
    }
}
