package jp.nenkin.ledger.seal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static jp.nenkin.kit.Refusals.refused;
import static jp.nenkin.ledger.Requests.get;
import static jp.nenkin.ledger.Requests.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jp.nenkin.events.CloudEventHeaders;
import jp.nenkin.events.EventJson;
import jp.nenkin.events.EventType;
import jp.nenkin.events.LedgerSealed;
import jp.nenkin.events.Topics;
import jp.nenkin.kit.LocalParts;
import jp.nenkin.ledger.FundYear;
import jp.nenkin.ledger.JuneOf2026;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Seals and verifications as officers ask for them, and as others read them from the topic. */
@QuarkusTest
@WithTestResource(LocalParts.class)
@WithTestResource(JuneOf2026.class)
class SealRequestTest {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    @BeforeEach
    void fund() {
        FundYear.live();
    }

    @Test
    void a_run_is_sealed_soon_after_its_close_and_published() throws IOException {
        JsonPath seal = interestSeal();
        long number = seal.getLong("number");
        ConsumerRecord<String, byte[]> record = LocalParts.read(
                        Topics.LEDGER_EVENTS,
                        Duration.ofSeconds(20),
                        read -> read.stream().anyMatch(each -> isSeal(each, number)))
                .stream()
                .filter(each -> isSeal(each, number))
                .findFirst()
                .orElseThrow();
        LedgerSealed published = EventJson.mapper().readValue(record.value(), LedgerSealed.class);
        assertThat(published.root()).isEqualTo(seal.getString("root"));
        assertThat(published.hash()).isEqualTo(seal.getString("hash"));

        JsonPath whole = get("/seals/" + number).statusCode(200).extract().jsonPath();
        assertThat(whole.getString("seal.hash")).isEqualTo(published.hash());
        assertThat(whole.getString("blocks[0].members")).isEqualTo("0000000001–0000009999");
        String leaves =
                get("/seals/" + number + "/leaves").statusCode(200).extract().asString();
        assertThat(leaves.lines())
                .hasSize((int) published.streams())
                .allMatch(line -> line.matches("[0-9]+ [0-9]+ [0-9a-f]{64}"));
        get("/seals?limit=1&before=" + number).body("", hasSize(1)).body("[0].number", equalTo((int) number - 1));
        refused(get("/seals/999999"), 404, "not-found");
        refused(get("/seals/999999/leaves"), 404, "not-found");
    }

    @Test
    void the_whole_journal_is_verified_against_a_published_seal() {
        JsonPath seal = interestSeal();
        Map<String, Object> kept = Map.of("number", seal.getLong("number"), "hash", seal.getString("hash"));

        JsonPath verified = verified(Map.of("published", List.of(kept)));

        assertThat(verified.getString("status")).as(verified.prettify()).isEqualTo("CLEAN");
        assertThat(verified.getInt("done")).isEqualTo(verified.getInt("total")).isPositive();
        assertThat(verified.getLong("events")).isPositive();
    }

    @Test
    void a_published_seal_that_is_not_the_stored_one_is_a_finding_of_a_runs_verification() {
        JsonPath seal = interestSeal();
        Map<String, Object> other = Map.of("number", seal.getLong("number"), "hash", "ab".repeat(32));

        JsonPath verified = verified(Map.of("runId", seal.getString("runId"), "published", List.of(other)));

        assertThat(verified.getString("status")).isEqualTo("DIFFERENT");
        assertThat(verified.getLong("findingCount")).isEqualTo(1);
        assertThat(verified.getString("findings[0].kind")).isEqualTo("PUBLISHED");
        assertThat(verified.getString("findings[0].found")).isEqualTo(seal.getString("hash"));
    }

    @Test
    void a_verification_is_asked_for_once_and_of_what_exists() {
        String key = UUID.randomUUID().toString();
        String id = post(LocalParts.asOfficer(), "/verifications", key, Map.of())
                .statusCode(202)
                .extract()
                .path("id");
        post(LocalParts.asOfficer(), "/verifications", key, Map.of())
                .statusCode(202)
                .body("id", equalTo(id));
        refused(
                post(
                        LocalParts.asOfficer(),
                        "/verifications",
                        Map.of("runId", UUID.randomUUID().toString())),
                422,
                "run-without-rows");
        refused(
                post(
                        LocalParts.asOfficer(),
                        "/verifications",
                        Map.of("published", List.of(Map.of("number", 1, "hash", "x")))),
                400,
                "invalid");
        refused(get("/verifications/" + UUID.randomUUID()), 404, "not-found");
    }

    private static JsonPath verified(Map<String, Object> body) {
        String location = post(LocalParts.asOfficer(), "/verifications", body)
                .statusCode(202)
                .body("status", equalTo("OPEN"))
                .extract()
                .header("Location");
        return await().atMost(LIMIT)
                .until(
                        () -> get(location).statusCode(200).extract().jsonPath(),
                        now -> !now.getString("status").equals("OPEN"));
    }

    /** The seal of the interest of 2024, once it is there. */
    private static JsonPath interestSeal() {
        String number = await().atMost(LIMIT)
                .until(
                        () -> get("/seals?limit=500")
                                .statusCode(200)
                                .extract()
                                .jsonPath()
                                .getString("find { it.period == 'INTEREST 2024' }.number"),
                        found -> found != null);
        return get("/seals/" + number).extract().jsonPath().setRootPath("seal");
    }

    private static boolean isSeal(ConsumerRecord<String, byte[]> record, long number) {
        return record.key().equals(Long.toString(number))
                && new String(
                                record.headers()
                                        .lastHeader(CloudEventHeaders.TYPE)
                                        .value(),
                                UTF_8)
                        .equals(EventType.LEDGER_SEALED.writtenName());
    }
}
