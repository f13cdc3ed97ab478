package jp.nenkin.member.filing;

import static jp.nenkin.kit.Refusals.refused;
import static jp.nenkin.member.Requests.BOTH_FIXED;
import static jp.nenkin.member.Requests.body;
import static jp.nenkin.member.Requests.but;
import static jp.nenkin.member.Requests.enrolled;
import static jp.nenkin.member.Requests.enrolment;
import static jp.nenkin.member.Requests.establishment;
import static jp.nenkin.member.Requests.get;
import static jp.nenkin.member.Requests.loss;
import static jp.nenkin.member.Requests.post;
import static jp.nenkin.member.Requests.text;
import static jp.nenkin.member.Requests.today;
import static jp.nenkin.member.upload.SentFiles.change;
import static jp.nenkin.member.upload.SentFiles.count;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import jp.nenkin.events.CloudEventHeaders;
import jp.nenkin.events.EventJson;
import jp.nenkin.events.EventType;
import jp.nenkin.events.Topics;
import jp.nenkin.events.YearClosed;
import jp.nenkin.kit.LocalParts;
import jp.nenkin.member.Requests;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What waits for an officer, and what becomes of it. */
@QuarkusTest
@WithTestResource(LocalParts.class)
class DecisionTest {
    private static final String SITE = "4100001";
    private static final LocalDate LATE = today().minusDays(60);
    private static final String TOLD_OF =
            "SELECT count(*) FROM outbox WHERE type LIKE '%' || ? || '%' AND payload::json->>'filing' = ?";
    private static final String TOLD = "SELECT count(*) FROM outbox WHERE payload LIKE '%' || ? || '%'";

    @BeforeEach
    void establishments() {
        Requests.establishments();
        establishment(SITE);
    }

    @Test
    void a_late_loss_waits_and_changes_nothing_until_an_officer_accepts_it() {
        String member = member();
        ValidatableResponse answer = post(site(), "/filings/losses", but(lossOf(member), "evidence", "退職届の写し"))
                .statusCode(202)
                .body("state", equalTo("RECEIVED"))
                .body("memberNumber", equalTo(member))
                .body("receivedOn", equalTo(today().toString()))
                .body("due.evidenceNeeded", equalTo(true))
                .body("waitsFor", equalTo(List.of("late")));
        String filing = answer.extract().path("filingId");
        answer.header("Location", containsString("/filings/" + filing));
        get(site(), "/filings/" + filing)
                .statusCode(200)
                .body("state", equalTo("RECEIVED"))
                .body("waitsFor", equalTo(List.of("late")))
                .body("content.evidence", equalTo("退職届の写し"))
                .body("decision", nullValue());
        get(site(), "/members/" + member).body("memberships[0].loss", nullValue());
        assertThat(count(TOLD, filing)).isZero();
        change("UPDATE held_filing SET received_on = received_on - 3 WHERE id = ?::uuid", filing);

        decide(LocalParts.asOfficer(), filing, "acceptance", null)
                .statusCode(200)
                .body("filingId", equalTo(filing))
                .body("memberNumber", equalTo(member))
                .body("receivedOn", equalTo(today().minusDays(3).toString()));
        get(site(), "/members/" + member)
                .body("memberships[0].loss.lostOn", equalTo(LATE.toString()))
                .body("memberships[0].loss.filingId", equalTo(filing));
        get(site(), "/filings/" + filing)
                .body("state", equalTo("PROCESSED"))
                .body("content.evidence", equalTo("退職届の写し"))
                .body("decision.by", containsString("system/"));
        assertThat(count(
                        "SELECT count(*) FROM outbox WHERE type = ? AND payload::json->'filing'->>'id' = ?"
                                + " AND payload::json->'filing'->>'receivedOn' = ?",
                        EventType.ELIGIBILITY_LOST.writtenName(),
                        filing,
                        today().minusDays(3).toString()))
                .isEqualTo(1);
        assertThat(count(TOLD_OF, "FilingProcessed", filing)).isEqualTo(1);
    }

    @Test
    void a_correction_to_an_earlier_day_is_as_late_as_that_day() {
        Map<String, Object> enrolment = but(enrolment(), "establishmentNumber", SITE, "acquiredOn", today());
        ValidatableResponse joined =
                post(site(), "/filings/enrolments", enrolment).statusCode(201);
        String id = joined.extract().path("filingId");
        Map<String, Object> right =
                but(enrolment, "memberNumber", joined.extract().path("memberNumber"));

        post(site(), "/filings/corrections", Map.of("filingId", id, "enrolment", but(right, "acquiredOn", LATE)))
                .statusCode(202)
                .body("waitsFor", equalTo(List.of("late")));
        post(
                        site(),
                        "/filings/corrections",
                        Map.of("filingId", id, "enrolment", but(right, "acquiredOn", LATE.plusDays(1))))
                .statusCode(201);
    }

    @Test
    void somebody_new_gets_a_number_when_the_late_enrolment_is_accepted() {
        Map<String, Object> enrolment = but(enrolment(), "establishmentNumber", SITE, "acquiredOn", LATE);
        String filing = held(post(site(), "/filings/enrolments", enrolment).body("memberNumber", nullValue()));
        String member = decide(LocalParts.asOfficer(), filing, "acceptance", null)
                .statusCode(200)
                .extract()
                .path("memberNumber");
        get(site(), "/members/" + member)
                .body("memberships[0].filingId", equalTo(filing))
                .body("memberships[0].acquiredOn", equalTo(LATE.toString()));
        assertThat(count("SELECT count(*) FROM filing WHERE id::text = ? AND filed_by = decided_by", filing))
                .as("who filed it and who decided are kept apart")
                .isZero();
    }

    @Test
    void what_is_wrong_is_refused_at_once_and_not_held() {
        String member = member();
        Map<String, Object> loss = but(lossOf(member), "lostOn", "2015-03-31");
        refused(post(site(), "/filings/losses", loss), 422, "lost-before-acquired");
        refused(
                post(site(), "/filings/losses", but(lossOf(member), "evidence", "番号は 1234 5678 9012")),
                400,
                "my-number-not-taken");
        assertThat(count("SELECT count(*) FROM held_filing WHERE member_number = ?", member))
                .isZero();
    }

    @Test
    void what_comes_in_time_and_what_an_officer_enters_takes_effect_at_once() {
        post(site(), "/filings/losses", but(lossOf(member()), "lostOn", today().minusDays(59)))
                .statusCode(201);
        String filing = post(LocalParts.asOfficer(), "/filings/losses", lossOf(member()))
                .statusCode(201)
                .extract()
                .path("filingId");
        assertThat(count("SELECT count(*) FROM filing WHERE id::text = ? AND decided_by = filed_by", filing))
                .isEqualTo(1);
    }

    @Test
    void it_is_judged_again_and_waits_on_where_it_no_longer_holds() {
        String member = member();
        String filing = held(post(site(), "/filings/losses", lossOf(member)));
        post(LocalParts.asOfficer(), "/filings/losses", but(lossOf(member), "lostOn", today()))
                .statusCode(201);
        refused(decide(LocalParts.asOfficer(), filing, "acceptance", null), 409, "already-lost");
        get(site(), "/filings/" + filing).body("state", equalTo("RECEIVED"));
        decide(LocalParts.asOfficer(), filing, "return", Map.of("reason", "CONTENT_DOUBTFUL", "text", "喪失日が違います。"))
                .statusCode(200);
    }

    @Test
    void an_officer_gives_it_back_with_a_reason_that_the_establishment_reads() {
        String member = member();
        String filing = held(post(site(), "/filings/losses", lossOf(member)));
        Map<String, Object> reason = Map.of("reason", "EVIDENCE_MISSING", "text", "退職届の写しをお送りください。\nお待ちします。");
        refused(
                decide(LocalParts.asOfficer(), filing, "return", but(reason, "text", "123456789012 の方")),
                400,
                "my-number-not-taken");
        refused(decide(LocalParts.asOfficer(), filing, "return", but(reason, "text", " ")), 400, "invalid");
        decide(LocalParts.asOfficer(), filing, "return", reason).statusCode(200).body("state", equalTo("RETURNED"));
        assertThat(count(TOLD_OF, "FilingReturned", filing)).isEqualTo(1);
        get(site(), "/filings/" + filing)
                .body("state", equalTo("RETURNED"))
                .body("waitsFor", empty())
                .body("decision.reason", equalTo("EVIDENCE_MISSING"))
                .body("decision.text", containsString("退職届"));
        get(site(), "/members/" + member).body("memberships[0].loss", nullValue());
        refused(decide(LocalParts.asOfficer(), filing, "acceptance", null), 409, "filing-not-waiting")
                .body("values.state", equalTo("RETURNED"));
        held(post(site(), "/filings/losses", lossOf(member)));
    }

    @Test
    void the_establishment_takes_it_back_while_it_waits() {
        String filing = held(post(site(), "/filings/losses", lossOf(member())));
        decide(site(), filing, "withdrawal", null)
                .statusCode(200)
                .body("state", equalTo("WITHDRAWN"))
                .body("waitsFor", empty());
        refused(decide(site(), filing, "withdrawal", null), 409, "filing-not-waiting");
        refused(decide(LocalParts.asOfficer(), filing, "acceptance", null), 409, "filing-not-waiting");
    }

    @Test
    void nobody_else_decides_or_sees_it() {
        String member = member();
        String filing = held(post(site(), "/filings/losses", lossOf(member)));
        Map<String, Object> reason = Map.of("reason", "EVIDENCE_MISSING", "text", "資料をお送りください。");
        for (String what : List.of("acceptance", "return")) {
            Map<String, Object> body = what.equals("return") ? reason : null;
            refused(decide(LocalParts.anonymous(), filing, what, body), 401, "unauthorized");
            refused(decide(site(), filing, what, body), 403, "forbidden");
            refused(decide(LocalParts.asMember(member), filing, what, body), 403, "forbidden");
        }
        refused(decide(LocalParts.anonymous(), filing, "withdrawal", null), 401, "unauthorized");
        refused(decide(LocalParts.asOfficer(), filing, "withdrawal", null), 403, "forbidden");
        refused(decide(LocalParts.asMember(member), filing, "withdrawal", null), 403, "forbidden");
        refused(decide(LocalParts.asEstablishment(BOTH_FIXED), filing, "withdrawal", null), 403, "forbidden");
        refused(get(LocalParts.asEstablishment(BOTH_FIXED), "/filings/" + filing), 403, "forbidden");
        refused(get(LocalParts.asMember(member), "/filings/" + filing), 403, "forbidden");
        refused(decide(LocalParts.asOfficer(), UUID.randomUUID().toString(), "acceptance", null), 404, "not-found");
    }

    @Test
    void below_the_service_an_establishment_sees_and_decides_nothing_of_others_and_accepts_nothing()
            throws SQLException {
        String filing = held(post(site(), "/filings/losses", lossOf(member())));
        try (Connection service = LocalParts.databaseAsService();
                Statement statement = service.createStatement()) {
            assertThat(statement.executeQuery("SELECT * FROM held_filing").next())
                    .isFalse();
            statement.execute("SELECT set_config('app.role', 'establishment', false),"
                    + " set_config('app.establishment', '" + SITE + "', false)");
            assertThatThrownBy(() -> statement.execute(
                            "UPDATE held_filing SET state = 'PROCESSED', decided_at = now(), decided_by = 'x'"
                                    + " WHERE id = '" + filing + "'"))
                    .hasMessageContaining("row-level security");
        }
    }

    @Test
    void of_two_officers_who_accept_it_at_once_one_is_told_that_it_is_decided() throws Exception {
        String filing = held(post(site(), "/filings/losses", lossOf(member())));
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            List<Integer> answers = threads
                    .invokeAll(Stream.<Callable<Integer>>generate(
                                    () -> () -> decide(LocalParts.asOfficer(), filing, "acceptance", null)
                                            .extract()
                                            .statusCode())
                            .limit(2)
                            .toList())
                    .stream()
                    .map(Future::resultNow)
                    .toList();
            assertThat(answers).containsExactlyInAnyOrder(200, 409);
        }
        assertThat(count("SELECT count(*) FROM filing WHERE id::text = ?", filing))
                .isEqualTo(1);
    }

    @Test
    void what_changes_a_year_that_the_ledger_closed_waits() throws Exception {
        yearClosed(1999);
        Map<String, Object> last = enrolmentOn("2000-03-31");
        Map<String, Object> first = enrolmentOn("2000-04-01");
        ValidatableResponse enrolled =
                post(LocalParts.asOfficer(), "/filings/enrolments", last).statusCode(201);
        String corrected = enrolled.extract().path("filingId");
        Map<String, Object> right = body("filingId", corrected, "enrolment", but(last, "firstBaseSalary", 320_000));
        String filing =
                held(post(site(), "/filings/corrections", right).body("waitsFor", equalTo(List.of("closed-year"))));
        held(post(
                        site(),
                        "/filings/cancellations",
                        body("establishmentNumber", SITE, "filingId", corrected, "channel", "DATA"))
                .body("waitsFor", equalTo(List.of("closed-year"))));
        held(post(site(), "/filings/enrolments", enrolmentOn("2000-03-31"))
                .body("waitsFor", equalTo(List.of("late", "closed-year"))));
        decide(LocalParts.asOfficer(), filing, "acceptance", null).statusCode(200);
        get(site(), "/members/" + enrolled.extract().path("memberNumber"))
                .body("memberships[0].baseSalaries.baseSalary", equalTo(List.of(320_000)));

        String open = post(LocalParts.asOfficer(), "/filings/enrolments", first)
                .extract()
                .path("filingId");
        post(
                        site(),
                        "/filings/corrections",
                        body("filingId", open, "enrolment", but(first, "firstBaseSalary", 320_000)))
                .statusCode(201);
    }

    private static Map<String, Object> enrolmentOn(String day) {
        return but(enrolment(), "establishmentNumber", SITE, "birthDate", "1970-05-05", "acquiredOn", day);
    }

    private static RequestSpecification site() {
        return LocalParts.asEstablishment(SITE);
    }

    private static String member() {
        return enrolled(but(enrolment(), "establishmentNumber", SITE));
    }

    private static Map<String, Object> lossOf(String member) {
        return but(loss(member, LATE), "establishmentNumber", SITE);
    }

    private static String held(ValidatableResponse answer) {
        return text(answer.statusCode(202), "filingId");
    }

    private static ValidatableResponse decide(
            RequestSpecification caller, String filing, String what, @Nullable Map<String, Object> body) {
        return post(caller, "/filings/" + filing + "/" + what, body == null ? Map.of() : body);
    }

    /** On two partitions, as a barrier comes on all of them. */
    private static void yearClosed(int fiscalYear) throws Exception {
        YearClosed closed = new YearClosed(fiscalYear, List.of(), Instant.parse("2025-07-01T00:00:00Z"), null);
        byte[] value = EventJson.mapper().writeValueAsBytes(closed);
        for (int partition = 0; partition < 2; partition++) {
            ProducerRecord<String, byte[]> record =
                    new ProducerRecord<>(Topics.LEDGER_EVENTS, partition, closed.key(), value);
            CloudEventHeaders.of(EventType.YEAR_CLOSED, "closed-" + fiscalYear + "-" + partition, closed.closedAt())
                    .forEach((name, text) -> record.headers().add(name, text.getBytes(StandardCharsets.UTF_8)));
            LocalParts.send(List.of(record));
        }
        await().atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> count("SELECT count(*) FROM received_event WHERE id LIKE ?", "closed-%") == 2);
        assertThat(count("SELECT count(*) FROM closed_year WHERE fiscal_year = ?::int", "" + fiscalYear))
                .isEqualTo(1);
    }
}
