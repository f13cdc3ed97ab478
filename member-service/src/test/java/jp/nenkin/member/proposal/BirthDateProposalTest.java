package jp.nenkin.member.proposal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static jp.nenkin.kit.Refusals.refused;
import static jp.nenkin.member.Requests.body;
import static jp.nenkin.member.Requests.but;
import static jp.nenkin.member.Requests.enrolled;
import static jp.nenkin.member.Requests.enrolment;
import static jp.nenkin.member.Requests.get;
import static jp.nenkin.member.Requests.loss;
import static jp.nenkin.member.Requests.post;
import static jp.nenkin.member.Requests.today;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jp.nenkin.events.BirthDateCorrectionProposed;
import jp.nenkin.events.CloudEventHeaders;
import jp.nenkin.events.EventJson;
import jp.nenkin.events.EventType;
import jp.nenkin.events.Topics;
import jp.nenkin.keycloak.DemoClient;
import jp.nenkin.kit.LocalParts;
import jp.nenkin.member.Requests;
import jp.nenkin.member.filer.Consultancies;
import jp.nenkin.member.upload.SentFiles;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(LocalParts.class)
class BirthDateProposalTest {
    private static final Instant PROPOSED_AT = Instant.parse("2026-05-01T00:00:00Z");

    @Test
    void an_employer_is_asked_once_until_he_files_the_right_date() throws Exception {
        String site = site("4700001");
        String member = enrolled(at(site));
        send(member, PROPOSED_AT);
        String waiting = shownOpen(site, member);
        send(member, PROPOSED_AT.plusSeconds(1));
        send(member, PROPOSED_AT.plusSeconds(2));
        shownOpen(site, marker(site));

        ValidatableResponse listed = get(LocalParts.asEstablishment(site), open(site) + "&limit=1")
                .statusCode(200)
                .body("proposals.memberNumber", contains(member))
                .body("proposals[0].id", equalTo(waiting))
                .body("proposals[0].establishmentNumber", equalTo(site))
                .body("proposals[0].name", notNullValue())
                .body("proposals[0].birthDate", equalTo("1985-05-05"))
                .body("proposals[0].proposedAt", equalTo(PROPOSED_AT.toString()))
                .body("proposals[0].endedAt", nullValue());
        int next = listed.extract().path("next");
        get(LocalParts.asEstablishment(site), open(site) + "&cursor=" + next)
                .body("proposals.memberNumber", not(hasItem(member)))
                .body("proposals.size()", equalTo(1));
        get(LocalParts.asEstablishment(site), "/due-filings?establishmentNumber=%s&until=%s".formatted(site, today()))
                .body("openBirthDateProposals", equalTo(2));

        String filing = post(
                        LocalParts.asEstablishment(site), "/filings/birth-date-corrections", birthDate(site, member))
                .statusCode(201)
                .extract()
                .path("filingId");
        get(LocalParts.asEstablishment(site), all(site) + "&state=FILED")
                .body("proposals.id", contains(waiting))
                .body("proposals[0].filingId", equalTo(filing))
                .body("proposals[0].birthDate", equalTo("1985-05-06"))
                .body("proposals[0].dismissedBy", nullValue());
        refused(dismiss(LocalParts.asEstablishment(site), waiting), 409, "proposal-ended");
        send(member, PROPOSED_AT.plusSeconds(3));
        assertThat(shownOpen(site, member)).isNotEqualTo(waiting);
    }

    @Test
    void the_right_date_in_a_file_ends_the_proposal_and_a_check_of_the_file_does_not() throws Exception {
        String site = SentFiles.establishment("4700002");
        String member = enrolled(at(site));
        send(member, PROPOSED_AT);
        shownOpen(site, member);
        byte[] file =
                "type,establishmentNumber,memberNumber,correctBirthDate\r\nBirthDateCorrection,%s,%s,1985-05-06\r\n"
                        .formatted(site, member)
                        .getBytes(UTF_8);
        LocalParts.asOfficer()
                .contentType("application/octet-stream")
                .body(file)
                .post("/filing-files/check?establishmentNumber=" + site)
                .then()
                .statusCode(200)
                .body("rows[0].state", equalTo("PROCESSED"));
        shownOpen(site, member);
        SentFiles.settled(site, file);
        get(LocalParts.asOfficer(), all(site))
                .body("proposals.state", contains("FILED"))
                .body("proposals[0].filingId", notNullValue());
    }

    @Test
    void who_has_looked_and_finds_the_record_right_says_so_once() throws Exception {
        String site = site("4700003");
        String member = enrolled(at(site));
        send(member, PROPOSED_AT);
        String path = "/birth-date-proposals/" + shownOpen(site, member) + "/dismissal";
        RequestSpecification own = LocalParts.asEstablishment(site);
        DemoClient clerk = new DemoClient(
                "employer", "clerk-" + site, List.of("establishment", "clerk"), Map.of("establishment_number", site));
        refused(post(LocalParts.as(clerk), path, Map.of()), 403, "person-not-listed");
        post(own, path, "dismissal-" + member, Map.of())
                .statusCode(200)
                .body("state", equalTo("DISMISSED"))
                .body("endedAt", notNullValue())
                .body("dismissedBy", notNullValue());
        post(own, path, "dismissal-" + member, Map.of()).statusCode(200).body("state", equalTo("DISMISSED"));
        refused(post(own, path, Map.of()), 409, "proposal-ended");
        get(own, open(site)).body("proposals", empty());
        post(own, "/filings/birth-date-corrections", birthDate(site, member)).statusCode(201);
        get(own, all(site)).body("proposals.state", contains("DISMISSED"));
    }

    @Test
    void it_is_shown_where_the_member_is_and_to_nobody_else() throws Exception {
        String former = site("4700004");
        String present = site("4700005");
        String code = Consultancies.consultant("47000001");
        String member = enrolled(at(former));
        post(LocalParts.asOfficer(), "/filings/losses", leaving(former, member, "RETIREMENT"))
                .statusCode(201);
        send(member, PROPOSED_AT);
        String id = shownOpen(former, member);
        enrolled(but(at(present), "memberNumber", member, "name", name(member), "acquiredOn", today().toString()));

        get(LocalParts.asOfficer(), open(present)).body("proposals.id", contains(id));
        get(LocalParts.asEstablishment(present), "/birth-date-proposals").body("proposals.id", contains(id));
        get(LocalParts.asEstablishment(former), "/birth-date-proposals").body("proposals", empty());
        refused(dismiss(LocalParts.asEstablishment(former), id), 403, "forbidden");
        RequestSpecification consultant = LocalParts.asConsultant(code);
        refused(get(consultant, open(present)), 403, "forbidden");
        refused(dismiss(consultant, id), 403, "forbidden");
        Consultancies.delegated(present, code, today());
        get(consultant, open(present)).body("proposals.id", contains(id));
        refused(get(LocalParts.asEstablishment(former), open(present)), 403, "forbidden");
        refused(get(LocalParts.asMember(member), open(present)), 403, "forbidden");
        refused(dismiss(LocalParts.asMember(member), id), 403, "forbidden");
        refused(get(LocalParts.anonymous(), open(present)), 401, "unauthorized");
        refused(dismiss(LocalParts.anonymous(), id), 401, "unauthorized");
        refused(dismiss(LocalParts.asOfficer(), UUID.randomUUID().toString()), 404, "not-found");
        get(LocalParts.asMember(member), "/members/" + member + "/looks")
                .body("looks.operation", hasItem("GET /birth-date-proposals"));
        belowTheServiceToo(former, present, member);
        dismiss(consultant, id).statusCode(200);
    }

    @Test
    void of_nobody_and_of_somebody_who_has_died_nothing_is_kept() throws Exception {
        String site = site("4700006");
        String deceased = enrolled(at(site));
        post(LocalParts.asOfficer(), "/filings/losses", leaving(site, deceased, "DEATH"))
                .statusCode(201);
        send("4799999999", PROPOSED_AT);
        send(deceased, PROPOSED_AT);
        String marker = marker(site);
        shownOpen(site, marker);
        get(LocalParts.asOfficer(), "/birth-date-proposals?limit=500")
                .body("proposals.memberNumber", not(hasItem("4799999999")))
                .body("proposals.memberNumber", not(hasItem(deceased)));
        get(LocalParts.asOfficer(), "/parked-events").body("events.key", not(hasItem("4799999999")));
    }

    /** As policies of the database, whatever the service asks. */
    private static void belowTheServiceToo(String former, String present, String member) throws SQLException {
        String seen = "SELECT count(*) FROM birth_date_proposal WHERE member_number = '%s'".formatted(member);
        try (Connection service = LocalParts.databaseAsService();
                Statement statement = service.createStatement()) {
            service.setAutoCommit(false);
            assertThat(count(statement, "establishment", former, seen)).isZero();
            assertThat(count(statement, "establishment", present, seen)).isOne();
            assertThat(count(statement, "member", "", seen)).isZero();
            assertThat(count(statement, "officer", "", seen)).isOne();
            statement.execute("SELECT set_config('app.role', 'establishment', true), set_config('app.establishment', '"
                    + present + "', true)");
            assertThatThrownBy(() -> statement.execute("INSERT INTO birth_date_proposal (id, member_number,"
                            + " proposed_at, state) VALUES (gen_random_uuid(), '%s', now(), 'OPEN')".formatted(member)))
                    .hasMessageContaining("row-level security");
        }
    }

    private static int count(Statement statement, String role, String establishment, String query) throws SQLException {
        statement.execute("SELECT set_config('app.role', '%s', true), set_config('app.establishment', '%s', true)"
                .formatted(role, establishment));
        try (ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getInt(1);
        }
    }

    /** Waits until a proposal of the member is shown to the establishment's employer; the answer is its id. */
    private static String shownOpen(String site, String member) {
        String path = "proposals.find { it.memberNumber == '%s' }?.id".formatted(member);
        return await().atMost(Duration.ofSeconds(30))
                .until(
                        () -> get(LocalParts.asOfficer(), open(site)).extract().<String>path(path),
                        found -> found != null);
    }

    /** Somebody proposed now: when his proposal is shown, all that was sent before has been taken. */
    private static String marker(String site) throws Exception {
        String member = enrolled(at(site));
        send(member, PROPOSED_AT);
        return member;
    }

    private static ValidatableResponse dismiss(RequestSpecification caller, String id) {
        return post(caller, "/birth-date-proposals/" + id + "/dismissal", Map.of());
    }

    private static String open(String site) {
        return all(site) + "&state=OPEN";
    }

    private static String all(String site) {
        return "/birth-date-proposals?establishmentNumber=" + site;
    }

    private static String site(String number) {
        Requests.establishment(number);
        return number;
    }

    private static Map<String, Object> at(String site) {
        return but(enrolment(), "establishmentNumber", site);
    }

    private static String name(String member) {
        return get(LocalParts.asOfficer(), "/members/" + member).extract().path("name");
    }

    private static Map<String, Object> birthDate(String site, String member) {
        return body(
                "establishmentNumber",
                site,
                "memberNumber",
                member,
                "correctBirthDate",
                "1985-05-06",
                "channel",
                "DATA");
    }

    private static Map<String, Object> leaving(String site, String member, String cause) {
        return but(loss(member, today().minusDays(10)), "establishmentNumber", site, "cause", cause);
    }

    /** On one partition, so that what is sent is taken in this order. */
    private static void send(String member, Instant proposedAt) throws Exception {
        BirthDateCorrectionProposed proposed = new BirthDateCorrectionProposed(member, proposedAt);
        ProducerRecord<String, byte[]> record = new ProducerRecord<>(
                Topics.AUTH_EVENTS, 0, member, EventJson.mapper().writeValueAsBytes(proposed));
        CloudEventHeaders.of(
                        EventType.BIRTH_DATE_CORRECTION_PROPOSED,
                        UUID.randomUUID().toString(),
                        proposedAt)
                .forEach((header, text) -> record.headers().add(header, text.getBytes(UTF_8)));
        LocalParts.send(List.of(record));
    }
}
