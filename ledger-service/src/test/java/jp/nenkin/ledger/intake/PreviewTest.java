package jp.nenkin.ledger.intake;

import static jp.nenkin.kit.Refusals.refused;
import static jp.nenkin.ledger.MemberEvents.enrolled;
import static jp.nenkin.ledger.MemberEvents.filed;
import static jp.nenkin.ledger.MemberEvents.first;
import static jp.nenkin.ledger.MemberEvents.lost;
import static jp.nenkin.ledger.MemberEvents.raised;
import static jp.nenkin.ledger.MemberEvents.say;
import static jp.nenkin.ledger.MemberEvents.takenOver;
import static jp.nenkin.ledger.Officers.balance;
import static jp.nenkin.ledger.Officers.takeOver;
import static jp.nenkin.ledger.Requests.get;
import static jp.nenkin.ledger.Requests.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.core.type.TypeReference;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jp.nenkin.events.EventJson;
import jp.nenkin.events.FilingChannel;
import jp.nenkin.events.FilingType;
import jp.nenkin.events.MemberEvent;
import jp.nenkin.kit.LocalParts;
import jp.nenkin.ledger.Database;
import jp.nenkin.ledger.FundYear;
import jp.nenkin.ledger.JuneOf2026;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A preview is the decision itself, and leaves nothing behind. */
@QuarkusTest
@WithTestResource(LocalParts.class)
@WithTestResource(JuneOf2026.class)
class PreviewTest {

    @BeforeEach
    void fund() {
        FundYear.live();
    }

    @Test
    void a_preview_stores_nothing_and_is_what_the_fact_then_does() throws SQLException {
        String member = "0000006001";
        say(takenOver(member, "2015-04-01", first(300_000)));
        takeOver(List.of(balance(member, "FIRST", 0, "2024-03-31", 100_000))).statusCode(200);
        tells(
                member,
                raised(
                        member,
                        "2025-04-01",
                        320_000,
                        filed(FilingType.BASE_SALARY_CHANGE, FilingChannel.DATA, "2025-06-02")),
                "BASE_SALARY_CHANGED");
        tells(member, lost(member, "2025-04-16"), "ELIGIBILITY_LOST");
        tells(member, enrolled(member, "2025-05-08"), "MEMBER_ENROLLED");
        tells("0000006002", enrolled("0000006002", "2024-11-05"), "MEMBER_ENROLLED");
    }

    private static void tells(String member, MemberEvent fact, String kind) throws SQLException {
        Map<String, String> before = rows();
        List<Map<String, Object>> told = preview(kind, fact)
                .statusCode(200)
                .body("accepted", equalTo(true))
                .body("refusal", nullValue())
                .extract()
                .path("events");
        assertThat(rows()).isEqualTo(before);
        int known = events(member).size();
        say(fact);
        assertThat(told).isNotEmpty().isEqualTo(events(member).subList(known, known + told.size()));
        assertThat(events(member)).hasSize(known + told.size());
    }

    /** How many rows every table of the service has, but for who asked. */
    private static Map<String, String> rows() throws SQLException {
        Map<String, String> rows = new LinkedHashMap<>();
        try (Connection connection = LocalParts.database()) {
            for (String table : Database.column(
                    connection,
                    "select relname from pg_class where relnamespace = 'ledger'::regnamespace and relkind = 'r'")) {
                rows.put(
                        table,
                        Database.column(connection, "select count(*) from " + table)
                                .getFirst());
            }
        }
        rows.remove("audit_entry");
        assertThat(rows).containsKeys("journal_1", "stream", "received_event", "parked_event", "idempotency_record");
        return rows;
    }

    private static List<Map<String, Object>> events(String member) {
        ValidatableResponse history = get("/members/" + member + "/accounts/FIRST/0/history");
        return history.extract().statusCode() == 404
                ? List.of()
                : history.extract().jsonPath().<Map<String, Object>>getList("events").stream()
                        .map(event -> Map.of("type", event.get("type"), "data", event.get("data")))
                        .toList();
    }

    @Test
    void a_preview_names_the_rule_that_forbids_the_fact() throws SQLException {
        Map<String, String> before = rows();
        preview("ELIGIBILITY_LOST", lost("0000006009", "2025-04-16"))
                .statusCode(200)
                .body("accepted", equalTo(false))
                .body("refusal", equalTo("account-not-open"))
                .body("events.size()", equalTo(0));
        assertThat(rows()).isEqualTo(before);
    }

    @Test
    void what_is_no_fact_is_refused() {
        refused(preview("MEMBER_ENROLLED", Map.of("memberNumber", "1")), 400, "invalid");
        refused(preview("MONTH_CLOSED", Map.of("month", "2025-04")), 400, "invalid");
        refused(preview("ELIGIBILITY_LOST", "no object"), 400, "invalid");
    }

    private static ValidatableResponse preview(String kind, MemberEvent fact) {
        return preview(kind, EventJson.mapper().convertValue(fact, new TypeReference<Map<String, Object>>() {}));
    }

    private static ValidatableResponse preview(String kind, Object fact) {
        return post(LocalParts.asOfficer(), "/previews", Map.of("kind", kind, "fact", fact));
    }
}
