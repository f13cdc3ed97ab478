package jp.nenkin.ledger.closing;

import static jp.nenkin.kit.Refusals.refused;
import static jp.nenkin.ledger.Requests.get;
import static jp.nenkin.ledger.Requests.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jp.nenkin.events.EventJson;
import jp.nenkin.events.Plan;
import jp.nenkin.events.Topics;
import jp.nenkin.events.YearClosed;
import jp.nenkin.kit.LocalParts;
import jp.nenkin.ledger.FundYear;
import jp.nenkin.ledger.JuneOf2026;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The close of the fund's years over HTTP, with four eyes. */
@QuarkusTest
@WithTestResource(LocalParts.class)
@WithTestResource(JuneOf2026.class)
class YearClosingTest {
    private static final Duration LIMIT = Duration.ofSeconds(30);

    @BeforeEach
    void the_fund_has_lived() {
        FundYear.live();
    }

    @Test
    void a_year_is_closed_by_two_officers_once_the_second_computation_agrees() throws IOException {
        refused(request(2050), 409, "earlier-period-not-run");
        close(2024);
        get("/year-closings").statusCode(200).body("find { it.fiscalYear == 2024 }.status", equalTo("CLOSED"));
        List<ConsumerRecord<String, byte[]>> told = LocalParts.read(
                        Topics.LEDGER_EVENTS,
                        LIMIT,
                        records -> records.stream()
                                        .filter(YearClosingTest::isOf2024)
                                        .count()
                                == Topics.PARTITIONS)
                .stream()
                .filter(YearClosingTest::isOf2024)
                .toList();
        assertThat(told.stream().map(ConsumerRecord::partition)).doesNotHaveDuplicates();
        YearClosed event = EventJson.mapper().readValue(told.getFirst().value(), YearClosed.class);
        assertThat(event.plans()).extracting(YearClosed.PlanTotal::plan).contains(Plan.FIRST);
    }

    private static void close(int year) {
        String path = request(year).statusCode(202).extract().header("Location");
        refused(approve(LocalParts.asOfficer(), path), 409, "same-officer");
        JsonPath computed = await().atMost(LIMIT)
                .until(
                        () -> get(path).statusCode(200).extract().jsonPath(),
                        now -> !now.getString("status").equals("COMPUTING"));
        assertThat(computed.getString("differences")).as("year %d", year).isEqualTo("[]");
        assertThat(computed.getString("status")).isEqualTo("AGREED");
        approve(LocalParts.asOtherOfficer(), path)
                .statusCode(200)
                .body("status", equalTo("CLOSED"))
                .body("plans.plan", hasItem("FIRST"));
        refused(approve(LocalParts.asOtherOfficer(), path), 409, "closing-not-agreed");
        request(year).statusCode(202).header("Location", equalTo(path));
    }

    @Test
    void what_was_never_requested_is_not_found() {
        refused(get("/year-closings/" + UUID.randomUUID()), 404, "not-found");
        refused(approve(LocalParts.asOfficer(), "/year-closings/" + UUID.randomUUID()), 404, "not-found");
    }

    private static ValidatableResponse request(int year) {
        return post(LocalParts.asOfficer(), "/year-closings", Map.of("fiscalYear", year));
    }

    private static ValidatableResponse approve(RequestSpecification officer, String path) {
        return post(officer, path + "/approval", "");
    }

    private static boolean isOf2024(ConsumerRecord<String, byte[]> record) {
        return new String(record.value(), StandardCharsets.UTF_8).startsWith("{\"fiscalYear\":2024,\"plans\"");
    }
}
