package jp.nenkin.ledger.explain;

import static jp.nenkin.kit.Refusals.refused;
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
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import jp.nenkin.events.EventJson;
import jp.nenkin.events.FilingChannel;
import jp.nenkin.events.FilingType;
import jp.nenkin.kit.LocalParts;
import jp.nenkin.ledger.FundYear;
import jp.nenkin.ledger.JuneOf2026;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The fund's worked figures explained over HTTP, and what was known of one before it was corrected. */
@QuarkusTest
@WithTestResource(LocalParts.class)
@WithTestResource(JuneOf2026.class)
class ExplanationResourceTest {
    private static final String CORRECTED = "0000008101";
    private static final String PAID_AHEAD = "0000008102";

    @BeforeEach
    void fund() {
        FundYear.live();
    }

    private static String path(String member) {
        return "/members/" + member + "/accounts/FIRST/0/";
    }

    private static JsonNode explained(String member, String query) {
        String body = settled(path(member) + "explanation" + query)
                .statusCode(200)
                .extract()
                .asString();
        try {
            JsonNode explanation = EventJson.mapper().readTree(body);
            AddedUp.of(explanation);
            return explanation;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Asks until no append is under way that began before the instant asked for. */
    private static ValidatableResponse settled(String path) {
        return await().atMost(Duration.ofSeconds(20))
                .until(() -> get(path), answer -> answer.extract().statusCode() != 409);
    }

    @Test
    void the_2025_example_is_explained_as_printed() {
        JsonNode x = explained(FundYear.EXAMPLE_X, "?asOf=2025-03-31");

        assertThat(x.path("balance").asLong()).isEqualTo(144_094);
        JsonNode credit = x.path("credits").get(0);
        assertThat(credit.path("interest").asLong()).isEqualTo(4_494);
        assertThat(credit.path("parts")).hasSize(13);
        assertThat(credit.path("rate").path("evidence").path("source").asText()).isEqualTo("代議員会議事録");
        assertThat(x.path("formula").path("ja").asText()).contains("C1", "A2", "切上げ");
        assertThat(explained(FundYear.RAISED_LATE, "?asOf=2025-03-31")
                        .path("balance")
                        .asLong())
                .isEqualTo(145_428);
        assertThat(explained(FundYear.FROZEN_AND_BACK, "?asOf=2025-03-31")
                        .path("balance")
                        .asLong())
                .isEqualTo(67_534);
    }

    @Test
    void a_correction_is_the_difference_of_two_views() {
        say(takenOver(CORRECTED, "2015-04-01", first(300_000)));
        takeOver(List.of(balance(CORRECTED, "FIRST", 0, "2024-03-31", 100_000))).statusCode(200);
        String before = justAfterTheLastEvent(CORRECTED);
        assertThat(explained(CORRECTED, "?asOf=2025-03-31&knownAt=" + before)
                        .path("balance")
                        .asLong())
                .isEqualTo(144_094);
        say(raised(
                CORRECTED,
                "2024-10-01",
                320_000,
                filed(FilingType.BASE_SALARY_CHANGE, FilingChannel.DATA, "2025-06-02")));

        assertThat(explained(CORRECTED, "?asOf=2025-03-31").path("balance").asLong())
                .isEqualTo(145_428);
        assertThat(explained(CORRECTED, "?asOf=2025-03-31&knownAt=" + before)
                        .path("balance")
                        .asLong())
                .isEqualTo(144_094);
        settled(path(CORRECTED) + "differences?asOf=2025-03-31&from=" + before)
                .statusCode(200)
                .body("balanceFrom", equalTo(144_094))
                .body("balanceTo", equalTo(145_428))
                .body("difference", equalTo(1_334))
                .body("events.event.amount.sum()", equalTo(1_334))
                .body("events.event.amount", hasItem(14));
        settled("/members/" + CORRECTED + "/accounts?asOf=2025-03-31&knownAt=" + before)
                .statusCode(200)
                .body("accounts[0].balance", equalTo(144_094));
        get("/members/" + CORRECTED + "/accounts?asOf=2025-03-31")
                .statusCode(200)
                .body("accounts[0].balance", equalTo(145_428))
                .body("accounts[0].plan", equalTo("FIRST"))
                .body("accounts[0].status", nullValue())
                .body("accounts[0].version", nullValue())
                .body("accounts[0].acquiredOn", nullValue())
                .body("accounts[0].accruesFrom", nullValue());
        settled("/members/" + CORRECTED + "/accounts?knownAt=" + before)
                .statusCode(200)
                .body("accounts[0].status", equalTo("ACTIVE"))
                .body("accounts[0].balance", greaterThan(0));
        settled(path(CORRECTED) + "history?fiscalYear=2024&asOf=2024-04-30&knownAt=" + before)
                .statusCode(200)
                .body("events.size()", equalTo(1));
    }

    @Test
    void until_the_day_of_a_payment_the_balance_and_what_explains_it_are_of_the_same_day() {
        say(takenOver(PAID_AHEAD, "2015-04-01", first(300_000)));
        takeOver(List.of(balance(PAID_AHEAD, "FIRST", 0, "2024-03-31", 100_000)))
                .statusCode(200);
        say(lost(PAID_AHEAD, "2024-10-16"));
        String unpaid = justAfterTheLastEvent(PAID_AHEAD);
        String payment = post(
                        LocalParts.asOfficer(),
                        "/payments",
                        Map.of("memberNumber", PAID_AHEAD, "quote", 1, "paidOn", "2026-09-15"))
                .statusCode(201)
                .extract()
                .path("id");
        post(LocalParts.asOtherOfficer(), "/payments/" + payment + "/approval", "")
                .statusCode(200);
        String paid = justAfterTheLastEvent(PAID_AHEAD);

        for (String times : List.of("", "?asOf=2026-09-15", "?knownAt=" + paid)) {
            same(PAID_AHEAD, times, 0, "2026-09-15");
        }
        same(PAID_AHEAD, "?asOf=2026-06-15", 122_234, "2026-06-15");
        same(PAID_AHEAD, "?knownAt=" + unpaid, 122_234, "2026-06-15");
        settled(path(PAID_AHEAD) + "differences?from=" + unpaid)
                .statusCode(200)
                .body("asOf", equalTo("2026-09-15"))
                .body("difference", equalTo(-122_234));
    }

    private static void same(String member, String times, int balance, String asOf) {
        settled("/members/" + member + "/accounts" + times)
                .statusCode(200)
                .body("accounts[0].balance", equalTo(balance));
        JsonNode explanation = explained(member, times);
        assertThat(explanation.path("balance").asInt()).isEqualTo(balance);
        assertThat(explanation.path("asOf").asText()).isEqualTo(asOf);
    }

    private static String justAfterTheLastEvent(String member) {
        List<String> recorded =
                get(path(member) + "history").statusCode(200).extract().path("events.recordedAt");
        return Instant.parse(recorded.getLast()).plusMillis(1).toString();
    }

    @Test
    void who_asks_for_what_cannot_be_answered_is_told_so() {
        String x = FundYear.EXAMPLE_X;
        refused(get(path(x) + "explanation?knownAt=2199-01-01T00:00:00Z"), 422, "known-at-to-come");
        refused(get(path(x) + "explanation?asOf=yesterday"), 400, "invalid")
                .body("errors.field", contains("asOf"))
                .body("errors.code", contains("parameter-unreadable"))
                .body("errors.message", contains("Give it in a form such as 2025-03-31."));
        refused(get(path(x) + "explanation?knownAt=2025-06-30"), 400, "invalid")
                .body("errors.field", contains("knownAt"));
        refused(get(path(x) + "differences"), 400, "invalid");
        refused(
                settled(path(x) + "differences?from=2026-06-15T00:00:00Z&to=2026-06-14T00:00:00Z"),
                422,
                "views-reversed");
        refused(get("/members/0000008199/accounts/FIRST/0/explanation"), 404, "not-found");
        refused(settled(path(x) + "explanation?knownAt=2020-01-01T00:00:00Z"), 404, "not-found");
        refused(get("/members/" + x + "/statements/2010/explanation"), 404, "not-found");
    }

    @Test
    void a_member_is_told_what_his_own_balance_is_made_of_and_nobody_elses() {
        String x = FundYear.EXAMPLE_X;
        get(LocalParts.asMember(x), path(x) + "explanation?asOf=2025-03-31")
                .statusCode(200)
                .body("balance", equalTo(144_094));
        for (String what : List.of("explanation", "differences?from=2026-06-15T00:00:00Z")) {
            refused(get(LocalParts.asMember(FundYear.RAISED_LATE), path(x) + what), 403, "forbidden");
            refused(get(LocalParts.asEstablishment("1000001"), path(x) + what), 403, "forbidden");
        }
        refused(
                get(LocalParts.asMember(FundYear.RAISED_LATE), "/members/" + x + "/statements/2024/explanation"),
                403,
                "forbidden");
    }
}
