package jp.nenkin.local;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import jp.nenkin.events.Topics;
import jp.nenkin.keycloak.Environment;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;

/** Makes Kafka have our topics; as a program of its own it is told where Kafka is by NENKIN_KAFKA and NENKIN_CA. */
public final class TopicsJob {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private TopicsJob() {}

    public static void main(String[] arguments) {
        System.out.println("Topics created: " + createMissing(Environment.ofProcess()));
    }

    static List<String> createMissing(Environment environment) {
        Path ca = Path.of(environment.of("NENKIN_CA"));
        return createMissing(KafkaServer.clientSettings(environment.of("NENKIN_KAFKA"), ca));
    }

    /** Creates the topics that are missing and returns their names. */
    static List<String> createMissing(Map<String, Object> clientSettings) {
        try (Admin admin = Admin.create(clientSettings)) {
            Set<String> present = admin.listTopics().names().get(LIMIT.toSeconds(), TimeUnit.SECONDS);
            List<NewTopic> missing = Topics.ALL.stream()
                    .filter(topic -> !present.contains(topic.name()))
                    .map(TopicsJob::created)
                    .toList();
            admin.createTopics(missing).all().get(LIMIT.toSeconds(), TimeUnit.SECONDS);
            return missing.stream().map(NewTopic::name).toList();
        } catch (ExecutionException | TimeoutException e) {
            throw new LocalFault("The topics could not be created: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LocalFault("Interrupted while creating topics", e);
        }
    }

    private static NewTopic created(Topics.Topic topic) {
        Map<String, String> kept = topic.compacted()
                ? Map.of("cleanup.policy", "compact")
                : Map.of("cleanup.policy", "delete", "retention.ms", "-1", "retention.bytes", "-1");
        return new NewTopic(topic.name(), Topics.PARTITIONS, (short) 1).configs(kept);
    }
}
