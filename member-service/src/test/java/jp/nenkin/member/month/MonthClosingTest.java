package jp.nenkin.member.month;

import static jp.nenkin.kit.Refusals.refused;
import static jp.nenkin.member.Requests.get;
import static jp.nenkin.member.Requests.post;
import static jp.nenkin.member.Requests.today;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import jp.nenkin.events.CloudEventHeaders;
import jp.nenkin.events.EventJson;
import jp.nenkin.events.EventType;
import jp.nenkin.events.RunCompleted;
import jp.nenkin.events.RunKind;
import jp.nenkin.events.Topics;
import jp.nenkin.kit.LocalParts;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

@QuarkusTest
@WithTestResource(LocalParts.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class MonthClosingTest {
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final YearMonth CURRENT = YearMonth.from(today());
    private static final YearMonth FIRST = CURRENT.minusMonths(2);

    @Test
    @Order(1)
    void months_close_in_order_once_they_have_begun() {
        refuse(CURRENT.plusMonths(1), 422, "month-not-begun");
        close(FIRST).statusCode(201).body("month", equalTo(FIRST.toString())).body("closedAt", notNullValue());
        refuse(FIRST.minusMonths(1), 409, "month-out-of-order");
        refuse(CURRENT, 409, "month-out-of-order");
        close(FIRST.plusMonths(1)).statusCode(201);
        close(CURRENT).statusCode(201);
        refuse(CURRENT.plusMonths(1), 422, "month-not-begun");
    }

    @Test
    @Order(2)
    void a_month_closes_once() {
        String closedAt = get(LocalParts.asOfficer(), "/month-closings/" + FIRST)
                .extract()
                .path("closedAt");
        close(FIRST).statusCode(200).body("closedAt", equalTo(closedAt));
        assertThat(closed(FIRST)).hasSize(Topics.PARTITIONS);
    }

    @Test
    @Order(3)
    void every_partition_learns_of_it() {
        List<ConsumerRecord<String, byte[]>> records = closed(CURRENT);
        assertThat(records.stream().map(ConsumerRecord::partition))
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(0, Topics.PARTITIONS).boxed().toList());
        assertThat(records.stream().map(record -> header(record, CloudEventHeaders.ID)))
                .as("each record has an id of its own, else all but one would be dropped as known")
                .doesNotHaveDuplicates();
        assertThat(records)
                .allMatch(record ->
                        new String(record.value(), StandardCharsets.UTF_8).contains("\"month\":\"" + CURRENT + "\""));
    }

    @Test
    @Order(4)
    void it_tells_when_the_contribution_run_was_done() throws Exception {
        get(LocalParts.asOfficer(), "/month-closings/" + FIRST)
                .statusCode(200)
                .body("contributionRunCompletedAt", nullValue());
        RunCompleted run = new RunCompleted(
                UUID.randomUUID(),
                RunKind.CONTRIBUTION,
                FIRST.toString(),
                1,
                3_300,
                Instant.parse("2025-01-01T00:00:00Z"));
        send(run);
        send(new RunCompleted(
                UUID.randomUUID(), RunKind.INTEREST, "2024", 1, 10, Instant.parse("2025-01-02T00:00:00Z")));
        long end = System.nanoTime() + LIMIT.toNanos();
        String found = null;
        while (found == null && System.nanoTime() < end) {
            found = get(LocalParts.asOfficer(), "/month-closings/" + FIRST)
                    .extract()
                    .path("contributionRunCompletedAt");
        }
        assertThat(found).isEqualTo("2025-01-01T00:00:00Z");
        get(LocalParts.asOfficer(), "/parked-events").statusCode(200).body("events.size()", equalTo(0));
    }

    @Test
    @Order(5)
    void only_officers_close_and_look() {
        String path = "/month-closings/" + FIRST;
        Map<String, Object> body = Map.of("month", FIRST.toString());
        refused(post(LocalParts.anonymous(), "/month-closings", body), 401, "unauthorized");
        refused(post(LocalParts.asEstablishment("1000001"), "/month-closings", body), 403, "forbidden");
        refused(post(LocalParts.asMember("0000000001"), "/month-closings", body), 403, "forbidden");
        refused(get(LocalParts.anonymous(), path), 401, "unauthorized");
        refused(get(LocalParts.asEstablishment("1000001"), path), 403, "forbidden");
        refused(get(LocalParts.asMember("0000000001"), path), 403, "forbidden");
        refused(get(LocalParts.asOfficer(), "/month-closings/1999-01"), 404, "not-found");
        refused(get(LocalParts.asOfficer(), "/month-closings/2024-13"), 400, "invalid");
        refused(post(LocalParts.asOfficer(), "/month-closings", Map.of("month", "2024-13")), 400, "invalid");
        refused(get(LocalParts.asEstablishment("1000001"), "/parked-events"), 403, "forbidden");
    }

    private static io.restassured.response.ValidatableResponse close(YearMonth month) {
        return post(LocalParts.asOfficer(), "/month-closings", Map.of("month", month.toString()));
    }

    private static void refuse(YearMonth month, int status, String code) {
        refused(close(month), status, code);
    }

    private static List<ConsumerRecord<String, byte[]>> closed(YearMonth month) {
        return LocalParts.read(
                        Topics.MEMBER_EVENTS,
                        LIMIT,
                        records -> records.stream()
                                        .filter(record -> record.key().equals(month.toString()))
                                        .count()
                                == Topics.PARTITIONS)
                .stream()
                .filter(record -> record.key().equals(month.toString()))
                .toList();
    }

    private static void send(RunCompleted run) throws Exception {
        byte[] value = EventJson.mapper().writeValueAsBytes(run);
        for (int partition = 0; partition < Topics.PARTITIONS; partition++) {
            ProducerRecord<String, byte[]> record =
                    new ProducerRecord<>(Topics.LEDGER_EVENTS, partition, run.key(), value);
            CloudEventHeaders.of(EventType.RUN_COMPLETED, run.runId() + "-" + partition, run.completedAt())
                    .forEach((name, text) -> record.headers().add(name, text.getBytes(StandardCharsets.UTF_8)));
            LocalParts.send(List.of(record));
        }
    }

    private static String header(ConsumerRecord<String, byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }
}
