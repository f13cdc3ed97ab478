package jp.nenkin.kit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(LocalParts.class)
class ReceivedTest {
    private static final String TYPE = "jp.nenkin.trial.Counted.v1";
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final String run = UUID.randomUUID().toString().substring(0, 8) + "-";

    @AfterEach
    void noTroubleStays() {
        Sql.run("DELETE FROM trial_trouble");
    }

    @Test
    void an_event_takes_effect_once_as_the_system_and_foreign_types_are_dropped() {
        send("k", "1", TYPE, "1");
        send("k", "1", TYPE, "1");
        send("k", "x", "jp.nenkin.trial.Foreign.v1", "999");
        send("k", "2", TYPE, "2");

        awaitNumbers("k", 1, 2);
        assertThat(Sql.column("SELECT DISTINCT role FROM trial_effect WHERE key = ?", run + "k"))
                .containsExactly("system");
        send("k", "1", TYPE, "1");
        send("k", "3", TYPE, "3");
        awaitNumbers("k", 1, 2, 3);
        assertThat(parked("k")).isEmpty();
    }

    @Test
    void one_bad_event_of_a_batch_is_parked_and_all_others_take_effect() {
        trouble("k7", "refused");
        List<ProducerRecord<String, byte[]>> batch = new ArrayList<>();
        for (int key = 0; key < 50; key++) {
            batch.add(event("k" + key, "a" + key, TYPE, "1"));
            batch.add(event("k" + key, "b" + key, TYPE, "2"));
        }
        LocalParts.send(batch);

        for (int key = 0; key < 50; key++) {
            if (key != 7) {
                awaitNumbers("k" + key, 1, 2);
            }
        }
        await().atMost(LIMIT).until(() -> parked("k7").size() == 2);
        assertThat(parked("k7")).containsExactly("trial-refused", "waiting");
        assertThat(numbers("k7")).isEmpty();
    }

    @Test
    void a_retry_keeps_the_order_of_the_key_and_stops_where_it_fails_again() {
        trouble("k", "refused");
        IntStream.rangeClosed(1, 5).forEach(number -> send("k", "e" + number, TYPE, Integer.toString(number)));
        await().atMost(LIMIT).until(() -> parked("k").size() == 5);
        String first = Sql.column("SELECT id FROM parked_event WHERE key = ? ORDER BY position", run + "k")
                .getFirst();

        LocalParts.asOfficer()
                .post("/parked-events/" + first + "/retry")
                .then()
                .statusCode(200)
                .body("released", equalTo(0))
                .body("waiting", equalTo(5))
                .body("reason", equalTo("trial-refused"));
        LocalParts.asEstablishment("1000001")
                .post("/parked-events/" + first + "/retry")
                .then()
                .statusCode(403);
        assertThat(LocalParts.asOfficer()
                        .get("/parked-events?limit=500")
                        .then()
                        .statusCode(200)
                        .extract()
                        .jsonPath()
                        .getList("events.findAll { it.key == '%sk' }.attempts".formatted(run)))
                .isEqualTo(List.of(2, 1, 1, 1, 1));

        Sql.run("DELETE FROM trial_trouble");
        send("k", "e6", TYPE, "6");
        await().atMost(LIMIT).until(() -> parked("k").size() == 6);
        LocalParts.asOfficer()
                .post("/parked-events/" + first + "/retry")
                .then()
                .statusCode(200)
                .body("released", equalTo(6))
                .body("waiting", equalTo(0))
                .body("reason", nullValue());

        assertThat(numbers("k")).containsExactly(1, 2, 3, 4, 5, 6);
        send("k", "e7", TYPE, "7");
        send("k", "e3", TYPE, "3");
        awaitNumbers("k", 1, 2, 3, 4, 5, 6, 7);
        assertThat(Sql.column("SELECT DISTINCT released_by FROM parked_event WHERE key = ?", run + "k"))
                .singleElement()
                .asString()
                .startsWith("system/");
    }

    @Test
    void what_fails_for_now_is_tried_until_it_works_and_never_parked() {
        trouble("k", "away");
        send("k", "1", TYPE, "1");
        send("k", "2", TYPE, "2");
        await().pollDelay(Duration.ofSeconds(1))
                .atMost(LIMIT)
                .until(() -> numbers("k").isEmpty());
        assertThat(parked("k")).isEmpty();

        Sql.run("DELETE FROM trial_trouble");

        awaitNumbers("k", 1, 2);
        assertThat(parked("k")).isEmpty();
    }

    @Test
    void bytes_that_mean_nothing_and_events_without_a_name_are_parked() {
        send("bytes", "1", TYPE, "\u0000nonsense");
        LocalParts.send(List.of(
                record("nameless", Map.of("ce_type", TYPE), "1"),
                new ProducerRecord<>("ledger.events", null, run + "tombstone", null, List.of())));
        send("good", "9", TYPE, "9");

        awaitNumbers("good", 9);
        await().atMost(LIMIT)
                .until(() -> parked("bytes").size() + parked("nameless").size() == 2);
        assertThat(parked("bytes")).containsExactly("unexpected");
        assertThat(parked("nameless")).containsExactly("malformed-event");
        assertThat(Sql.column("SELECT detail FROM parked_event WHERE key = ?", run + "bytes"))
                .containsExactly("java.lang.NumberFormatException");
    }

    private void trouble(String key, String trouble) {
        Sql.run("INSERT INTO trial_trouble VALUES (?, ?)", run + key, trouble);
    }

    private void send(String key, String id, String type, String value) {
        LocalParts.send(List.of(event(key, id, type, value)));
    }

    private ProducerRecord<String, byte[]> event(String key, String id, String type, String value) {
        return record(key, Map.of("ce_id", run + id, "ce_source", "/trial", "ce_type", type), value);
    }

    private ProducerRecord<String, byte[]> record(String key, Map<String, String> headers, String value) {
        ProducerRecord<String, byte[]> record = new ProducerRecord<>("ledger.events", run + key, value.getBytes(UTF_8));
        headers.forEach((name, text) -> record.headers().add(name, text.getBytes(UTF_8)));
        return record;
    }

    private void awaitNumbers(String key, Integer... numbers) {
        await().atMost(LIMIT)
                .pollInterval(Duration.ofMillis(50))
                .untilAsserted(() -> assertThat(numbers(key)).containsExactly(numbers));
    }

    private List<Integer> numbers(String key) {
        return Sql.column("SELECT number FROM trial_effect WHERE key = ? ORDER BY position", run + key).stream()
                .map(Integer::valueOf)
                .toList();
    }

    private List<String> parked(String key) {
        return Sql.column(
                "SELECT reason FROM parked_event WHERE key = ? AND released_at IS NULL ORDER BY position", run + key);
    }
}
