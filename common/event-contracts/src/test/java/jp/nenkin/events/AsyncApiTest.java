package jp.nenkin.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import jp.nenkin.events.Topics.Topic;
import org.junit.jupiter.api.Test;

/** The AsyncAPI document says what the code says. */
class AsyncApiTest {
    private final JsonNode document = Contract.asyncApi();

    @Test
    void each_topic_names_exactly_its_event_types() {
        Map<String, List<String>> expected = Arrays.stream(EventType.values())
                .collect(Collectors.groupingBy(
                        EventType::topic,
                        TreeMap::new,
                        Collectors.mapping(EventType::writtenName, Collectors.toList())));
        Map<String, List<String>> documented = new TreeMap<>();
        for (JsonNode channel : document.required("channels")) {
            documented.put(
                    channel.required("address").textValue(),
                    StreamSupport.stream(channel.required("messages").spliterator(), false)
                            .map(message -> resolved(message).required("name").textValue())
                            .toList());
        }
        assertThat(documented).isEqualTo(expected);
        assertThat(document.requiredAt("/components/messages")).hasSize(EventType.values().length);
    }

    @Test
    void each_message_has_its_schema_headers_and_key() {
        for (JsonNode message : document.requiredAt("/components/messages")) {
            String name = message.required("name").textValue();
            assertThat(message.requiredAt("/payload/schema/$ref").textValue())
                    .isEqualTo("schemas/%s.json".formatted(name));
            JsonNode trait = resolved(message.requiredAt("/traits/0"));
            assertThat(resolved(trait.required("headers")).required("required")).hasSize(6);
            EventType type = EventType.named(name).orElseThrow();
            assertThat(key(type))
                    .matches(trait.requiredAt("/bindings/kafka/key/pattern").textValue());
        }
    }

    @Test
    void each_channel_has_the_partitions_and_the_clean_up_of_its_topic() {
        for (JsonNode channel : document.required("channels")) {
            Topic topic = Topics.named(channel.required("address").textValue());
            JsonNode kafka = channel.requiredAt("/bindings/kafka");
            assertThat(kafka.required("partitions").intValue()).isEqualTo(Topics.PARTITIONS);
            assertThat(kafka.requiredAt("/topicConfiguration/cleanup.policy/0").textValue())
                    .isEqualTo(topic.compacted() ? "compact" : "delete");
            assertThat(kafka.at("/topicConfiguration/retention.ms").asInt(0)).isEqualTo(topic.compacted() ? 0 : -1);
        }
        assertThat(document.required("channels")).hasSize(Topics.ALL.size());
    }

    @Test
    void each_server_says_how_it_is_reached_over_tls_and_whom_it_asks() {
        assertThat(document.required("servers")).isNotEmpty().allSatisfy(server -> {
            assertThat(server.required("host").textValue()).matches("[a-z]+:[0-9]+");
            assertThat(server.required("protocol").textValue()).isEqualTo("kafka-secure");
            assertThat(server.required("description").textValue()).contains("CA");
        });
        assertThat(document.requiredAt("/servers/local/description").textValue())
                .contains("no certificate and no password", "no authorisation");
    }

    private static String key(EventType type) {
        return EventJson.mapper()
                .convertValue(Contract.sample(type), type.record())
                .key();
    }

    private JsonNode resolved(JsonNode reference) {
        return document.requiredAt(reference.required("$ref").textValue().substring(1));
    }
}
