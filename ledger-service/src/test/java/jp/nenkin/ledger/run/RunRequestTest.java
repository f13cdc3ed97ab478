package jp.nenkin.ledger.run;

import static io.restassured.RestAssured.given;
import static jp.nenkin.kit.Refusals.refused;
import static jp.nenkin.ledger.Officers.completed;
import static jp.nenkin.ledger.Officers.ended;
import static jp.nenkin.ledger.Officers.request;
import static jp.nenkin.ledger.Officers.requestStatements;
import static jp.nenkin.ledger.Requests.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jp.nenkin.events.Topics;
import jp.nenkin.kit.LocalParts;
import jp.nenkin.ledger.Database;
import jp.nenkin.ledger.FundYear;
import jp.nenkin.ledger.JuneOf2026;
import jp.nenkin.ledger.MemberEvents;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What officers may ask of runs, and what becomes of it. The runs of 2025-09 and later fail and move nothing. */
@QuarkusTest
@WithTestResource(LocalParts.class)
@WithTestResource(JuneOf2026.class)
class RunRequestTest {

    @BeforeEach
    void fund() {
        FundYear.live();
    }

    @Test
    void a_period_has_one_run_however_often_it_is_requested() {
        String id = request("INTEREST", "2024")
                .statusCode(202)
                .body("status", equalTo("COMPLETED"))
                .body("completedAt", notNullValue())
                .body("events", greaterThan(0))
                .body("amount", greaterThan(0))
                .extract()
                .path("id");
        request("INTEREST", "2024").statusCode(202).body("id", equalTo(id)).header("Location", equalTo("/runs/" + id));
        get("/runs").statusCode(200).body("id", hasItem(id)).body("[0].requestedAt", notNullValue());
        get("/runs/" + id).body("kind", equalTo("INTEREST")).body("period", equalTo("2024"));
        refused(get("/runs/" + UUID.randomUUID()), 404, "not-found");
    }

    @Test
    void a_month_is_run_when_all_partitions_have_told_of_its_close() {
        YearMonth month = YearMonth.of(2025, 9);
        refused(request("CONTRIBUTION", "2025-09"), 409, "month-not-closed");
        MemberEvents.close(month, Topics.PARTITIONS - 1);
        refused(request("CONTRIBUTION", "2025-09"), 409, "month-not-closed")
                .header("Retry-After", equalTo("1"))
                .body("detail", containsString("2025-09"));
        MemberEvents.close(month, Topics.PARTITIONS);
        assertThat(ended(request("CONTRIBUTION", "2025-09")).getString("status"))
                .isEqualTo("FAILED");
    }

    @Test
    void a_run_before_its_turn_fails_with_its_reason_and_can_be_started_again() {
        MemberEvents.close(YearMonth.of(2025, 6), Topics.PARTITIONS);
        MemberEvents.close(YearMonth.of(2025, 7), Topics.PARTITIONS);
        JsonPath failed = ended(request("CONTRIBUTION", "2025-07"));
        assertThat(failed.getString("status")).isEqualTo("FAILED");
        assertThat(failed.getString("reason")).contains("EARLIER_PERIOD_NOT_RUN", "CONTRIBUTION 2025-06 comes first");
        assertThat(failed.getString("completedAt")).isNull();
        completed(request("CONTRIBUTION", "2025-06"));
        JsonPath again = completed(request("CONTRIBUTION", "2025-07"));
        assertThat(again.getString("id")).isNotEqualTo(failed.getString("id"));
        assertThat(again.getLong("amount")).isPositive();
        refused(request("CONTRIBUTION", "2024-03"), 409, "period-already-passed")
                .body("detail", equalTo("Runs have come to 2025-07, which is after 2024-03."));
    }

    @Test
    void interest_is_run_once_after_its_year_and_after_the_contributions() {
        refused(request("INTEREST", "2023"), 409, "period-already-passed");
        refused(request("INTEREST", "2026"), 409, "period-not-over");
        JsonPath failed = ended(request("INTEREST", "2025"));
        assertThat(failed.getString("status")).isEqualTo("FAILED");
        assertThat(failed.getString("reason")).contains("EARLIER_PERIOD_NOT_RUN: CONTRIBUTION 2025-");
    }

    @Test
    void a_period_has_the_form_of_its_kind() {
        refused(request("CONTRIBUTION", "2024"), 400, "period-malformed");
        refused(request("CONTRIBUTION", "2024-13"), 400, "period-malformed");
        refused(request("INTEREST", "2024-04"), 400, "period-malformed");
        refused(request("INTEREST", "24"), 400, "invalid");
        refused(request("STATEMENT", "2024"), 400, "invalid");
    }

    @Test
    void statements_come_after_the_interest_and_after_the_cut_offs() {
        refused(requestStatements(2025, List.of()), 409, "earlier-period-not-run");
        refused(requestStatements(2023, List.of(cutOff("LOSS", "2026-06-15"))), 409, "cut-off-not-passed")
                .body("detail", containsString("2026-06-15"));
        refused(requestStatements(2023, List.of(cutOff("LOSS", "2024-03-30"))), 422, "cut-offs-ambiguous");
        refused(
                requestStatements(2023, List.of(cutOff("LOSS", "2024-04-21"), cutOff("LOSS", "2024-04-22"))),
                422,
                "cut-offs-ambiguous");
        refused(requestStatements(2023, List.of(cutOff("NAME", "2024-04-21"))), 400, "invalid");
    }

    @Test
    void one_run_is_open_at_a_time() throws SQLException {
        MemberEvents.close(YearMonth.of(2025, 10), Topics.PARTITIONS);
        MemberEvents.close(YearMonth.of(2025, 11), Topics.PARTITIONS);
        ValidatableResponse requested;
        try (Connection holder = LocalParts.database()) {
            holder.setAutoCommit(false);
            // Chunks cannot be cut meanwhile, and runs can be looked at.
            Database.run(holder, "lock table run_chunk in share mode");
            requested = request("CONTRIBUTION", "2025-11").statusCode(202).body("status", equalTo("OPEN"));
            refused(request("CONTRIBUTION", "2025-10"), 409, "run-in-progress").header("Retry-After", equalTo("1"));
            request("CONTRIBUTION", "2025-11")
                    .statusCode(202)
                    .body("id", equalTo(requested.extract().path("id")));
        }
        assertThat(ended(requested).getString("reason")).contains("EARLIER_PERIOD_NOT_RUN");
    }

    @Test
    void the_progress_of_a_run_is_told_until_it_ends() {
        String id = request("INTEREST", "2024").statusCode(202).extract().path("id");

        String told = given().spec(LocalParts.asOfficer())
                .accept("text/event-stream")
                .get("/runs/" + id + "/progress")
                .then()
                .statusCode(200)
                .contentType("text/event-stream")
                .extract()
                .asString();

        assertThat(told).containsOnlyOnce("event:run").containsOnlyOnce("data:");
        JsonPath state = JsonPath.from(told.lines()
                .filter(line -> line.startsWith("data:"))
                .map(line -> line.substring("data:".length()))
                .findFirst()
                .orElseThrow());
        assertThat(state.getString("status")).isEqualTo("COMPLETED");
        assertThat(state.getLong("done")).isPositive().isEqualTo(state.getLong("total"));
        assertThat(state.getLong("perSecond")).isPositive();
        assertThat(state.getLong("secondsLeft")).isZero();
        refused(get("/runs/" + UUID.randomUUID() + "/progress"), 404, "not-found");
    }

    private static Map<String, Object> cutOff(String type, String lastDay) {
        return Map.of("type", type, "channel", "PAPER", "lastDay", lastDay);
    }
}
