package jp.nenkin.ledger.rate;

import static jp.nenkin.kit.Refusals.refused;
import static jp.nenkin.ledger.Officers.approve;
import static jp.nenkin.ledger.Officers.asset;
import static jp.nenkin.ledger.Officers.propose;
import static jp.nenkin.ledger.Requests.get;
import static jp.nenkin.ledger.Requests.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jp.nenkin.events.Topics;
import jp.nenkin.kit.LocalParts;
import jp.nenkin.kit.Sql;
import jp.nenkin.ledger.Database;
import jp.nenkin.ledger.JuneOf2026;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

/** Rates over HTTP, with four eyes down to the database. */
@QuarkusTest
@WithTestResource(LocalParts.class)
@WithTestResource(JuneOf2026.class)
class RateTest {
    private static final String RATE_OF = "find { it.fiscalYear == %d }.";

    @Test
    void one_officer_proposes_and_another_approves() {
        String id = propose(2051, "1.5")
                .statusCode(201)
                .header("Location", notNullValue())
                .body("rate", equalTo("1.5"))
                .body("approvedBy", nullValue())
                .extract()
                .path("id");
        get("/rates").statusCode(200).body(RATE_OF.formatted(2051) + "rate", nullValue());
        refused(post(LocalParts.asOfficer(), "/rate-proposals/" + id + "/approval", ""), 409, "same-officer");
        String proposer = approve(id)
                .statusCode(200)
                .body("approvedAt", notNullValue())
                .extract()
                .path("proposedBy");
        get("/rates")
                .body(RATE_OF.formatted(2051) + "rate", equalTo("1.5"))
                .body(RATE_OF.formatted(2051) + "proposedBy", equalTo(proposer))
                .body(RATE_OF.formatted(2051) + "approvedBy", not(equalTo(proposer)));
        List<ConsumerRecord<String, byte[]>> published = LocalParts.read(
                Topics.LEDGER_EVENTS,
                Duration.ofSeconds(20),
                records -> records.stream().anyMatch(RateTest::isOf2051));
        assertThat(published.stream().filter(RateTest::isOf2051)).hasSize(1);
    }

    private static boolean isOf2051(ConsumerRecord<String, byte[]> record) {
        return text(record).contains("\"fiscalYear\":2051,\"rate\":\"1.5\"");
    }

    @Test
    void a_year_has_one_approved_rate() {
        String id = propose(2052, "1.5").statusCode(201).extract().path("id");
        String other = propose(2052, "1.6").statusCode(201).extract().path("id");
        approve(id).statusCode(200);
        refused(approve(id), 409, "rate-already-approved");
        refused(approve(other), 409, "rate-already-approved");
        refused(propose(2052, "1.7"), 409, "rate-already-approved");
    }

    @Test
    void an_approval_repeated_with_its_key_is_the_same_approval() {
        String path = "/rate-proposals/" + propose(2053, "0.0").extract().path("id") + "/approval";
        String key = UUID.randomUUID().toString();
        String first = post(LocalParts.asOtherOfficer(), path, key, "")
                .statusCode(200)
                .extract()
                .asString();
        assertThat(post(LocalParts.asOtherOfficer(), path, key, "")
                        .statusCode(200)
                        .extract()
                        .asString())
                .isEqualTo(first);
    }

    @Test
    void a_stated_rate_has_one_decimal_and_lies_between_floor_and_cap() {
        propose(2010, "5.0").statusCode(201);
        refused(propose(2010, "5.1"), 422, "rate-out-of-range");
        refused(propose(2010, "3.70"), 400, "invalid");
        refused(propose(2010, "-1.0"), 400, "invalid");
        refused(propose(1999, "1.0"), 400, "invalid");
    }

    @Test
    void a_rate_is_computed_from_the_evidence_and_every_figure_is_answered_for_ever() {
        Map<String, Object> body = Map.of(
                "fiscalYear",
                2056,
                "source",
                "運用報告書",
                "evidence",
                evidence(2055, List.of(asset("国内債券", "60", "-1.25"), asset("外国株式", "40", "10.75"))));
        ValidatableResponse proposed = post(LocalParts.asOfficer(), "/rate-proposals", body)
                .statusCode(201)
                .body("rate", equalTo("3.1"))
                .body("evidence.source", equalTo("運用報告書"))
                .body("evidence.market.calendarYear", equalTo(2055))
                .body("evidence.market.assets.weighted", equalTo(List.of("-0.75", "4.3")))
                .body("evidence.market.composite", equalTo("3.55"))
                .body("evidence.market.deduction", equalTo("0.5"))
                .body("evidence.market.reduced", equalTo("3.05"))
                .body("evidence.market.floor", equalTo("0.0"))
                .body("evidence.market.cap", equalTo("5.0"));
        Map<String, Object> evidence = proposed.extract().path("evidence");
        approve(proposed.extract().path("id")).statusCode(200);
        get("/rates").body(RATE_OF.formatted(2056) + "evidence", equalTo(evidence));
        List<ConsumerRecord<String, byte[]>> published = LocalParts.read(
                Topics.LEDGER_EVENTS,
                Duration.ofSeconds(20),
                records -> records.stream().anyMatch(record -> text(record).contains("\"reduced\":\"3.05\"")));
        assertThat(published).anyMatch(record -> text(record).contains("\"fiscalYear\":2056,\"rate\":\"3.1\""));
    }

    @Test
    void a_rate_and_its_evidence_have_to_hold() {
        Map<String, Object> right = asset("国内債券", "100", "4.2");
        refused(proposed(2057, "3.8", evidence(2056, List.of(right))), 422, "rate-differs-from-evidence");
        refused(proposed(2057, "3.7", evidence(2055, List.of(right))), 422, "rate-evidence-of-another-year");
        Map<String, Object> half = asset("国内債券", "50", "4.2");
        refused(proposed(2057, "1.6", evidence(2056, List.of(half))), 422, "asset-mix-not-whole");
        refused(proposed(2057, "3.7", evidence(2056, List.of(half, half))), 422, "asset-mix-not-whole");
        refused(proposed(2057, "3.7", evidence(2056, List.of(asset("国内債券", "100", "4.2e1")))), 400, "invalid");
        proposed(2057, "3.7", evidence(2056, List.of(right))).statusCode(201);
    }

    @Test
    void only_years_settled_elsewhere_do_without_market_returns_and_they_name_a_source() {
        Map<String, Object> without = Map.of("fiscalYear", 2026, "rate", "1.0", "source", "理事会");
        refused(post(LocalParts.asOfficer(), "/rate-proposals", without), 422, "rate-evidence-missing");
        Map<String, Object> unnamed = Map.of("fiscalYear", 2011, "rate", "1.0");
        refused(post(LocalParts.asOfficer(), "/rate-proposals", unnamed), 422, "rate-evidence-missing");
        propose(2011, "1.0")
                .statusCode(201)
                .body("evidence.source", equalTo("代議員会議事録"))
                .body("evidence.market", nullValue());
    }

    private static ValidatableResponse proposed(int fiscalYear, String rate, Map<String, Object> evidence) {
        return post(
                LocalParts.asOfficer(),
                "/rate-proposals",
                Map.of("fiscalYear", fiscalYear, "rate", rate, "evidence", evidence));
    }

    private static Map<String, Object> evidence(int calendarYear, List<Map<String, Object>> assets) {
        return Map.of("calendarYear", calendarYear, "assets", assets);
    }

    private static String text(ConsumerRecord<String, byte[]> record) {
        return new String(record.value(), StandardCharsets.UTF_8);
    }

    @Test
    void what_was_never_proposed_is_not_found() {
        refused(approve(UUID.randomUUID().toString()), 404, "not-found");
        refused(approve("17"), 400, "invalid");
    }

    @Test
    void the_database_too_wants_four_eyes_and_one_rate_a_year() throws SQLException {
        String id = propose(2055, "1.0").extract().path("id");
        assertThatThrownBy(() -> Sql.run("update rate_proposal set approved_by = proposed_by,"
                        + " approver_name = 'a', approved_at = now() where id = '" + id + "'"))
                .hasMessageContaining("four_eyes");
        String other = propose(2055, "2.0").extract().path("id");
        approve(id).statusCode(200);
        assertThatThrownBy(() -> Sql.run("update rate_proposal set approved_by = 'a',"
                        + " approver_name = 'a', approved_at = now() where id = '" + other + "'"))
                .hasMessageContaining("one_rate_a_year");
        try (Connection service = LocalParts.databaseAsService()) {
            assertThatThrownBy(() -> Database.run(service, "update rate_proposal set evidence = '{}'"))
                    .hasMessageContaining("permission denied");
        }
        assertThat(Sql.column("select tenths_of_percent from rate_proposal where fiscal_year = 2055"
                        + " and approved_by is not null"))
                .containsExactly("10");
    }
}
