package jp.nenkin.member.upload;

import static jp.nenkin.kit.Refusals.refused;
import static jp.nenkin.member.Requests.but;
import static jp.nenkin.member.Requests.enrolled;
import static jp.nenkin.member.Requests.enrolment;
import static jp.nenkin.member.Requests.loss;
import static jp.nenkin.member.Requests.post;
import static jp.nenkin.member.Requests.today;
import static jp.nenkin.member.Requests.transferIn;
import static jp.nenkin.member.upload.SentFiles.csv;
import static jp.nenkin.member.upload.SentFiles.establishment;
import static jp.nenkin.member.upload.SentFiles.settled;
import static jp.nenkin.member.upload.SentFiles.told;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import jp.nenkin.kit.LocalParts;
import jp.nenkin.member.Requests;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who joins near the age limit, and how late a filing is, filed alone and in a file. */
@QuarkusTest
@WithTestResource(LocalParts.class)
class JoiningLateTest {

    @BeforeEach
    void establishments() {
        Requests.establishments();
    }

    @Test
    void who_reaches_36_months_joins_and_who_reaches_35_does_not() {
        enrol(joining("2025-06-30")).statusCode(201);
        refused(enrol(joining("2025-07-01")), 422, "right-not-reachable")
                .body("values.reachableMonths", equalTo(35))
                .body("values.neededMonths", equalTo(36))
                .body("values.ageLimitOn", equalTo("2028-06-14"));
    }

    @Test
    void an_exception_is_said_with_the_enrolment() {
        enrol(but(joining("2025-07-01"), "admission", "RIGHT_NOT_TAKEN")).statusCode(201);
    }

    @Test
    void months_of_earlier_periods_count_and_with_an_asset_one_month_is_enough() {
        Map<String, Object> first = joining("2025-05-01");
        String earlier = enrolled(first);
        lose(earlier, "2025-06-16");
        enrol(but(first, "memberNumber", earlier, "acquiredOn", "2025-07-01")).statusCode(201);

        Map<String, Object> shorter = but(joining("2025-06-01"), "birthDate", "1963-06-15");
        String bringing = enrolled(shorter);
        post(LocalParts.asOfficer(), "/filings/transfers-in", transferIn(bringing))
                .statusCode(201);
        lose(bringing, "2025-06-16");
        enrol(but(shorter, "memberNumber", bringing, "acquiredOn", "2026-06-01"))
                .statusCode(201);
    }

    private static void lose(String member, String lostOn) {
        post(LocalParts.asOfficer(), "/filings/losses", loss(member, LocalDate.parse(lostOn)))
                .statusCode(201);
    }

    @Test
    void a_row_of_who_does_not_join_is_not_applicable_and_the_others_are_filed() {
        String site = establishment("3800001");
        JsonPath file = settled(site, csv(row(site, "入る", "2025-06-30"), row(site, "入れない", "2025-07-01")));
        assertThat(file.getString("state")).isEqualTo("PROCESSED");
        assertThat(told(file)).isEqualTo(List.of("2 PROCESSED", "3 NOT_APPLICABLE right-not-reachable"));
    }

    private static String row(String site, String name, String acquiredOn) {
        return SentFiles.row(
                "Enrolment",
                site,
                "name",
                name,
                "birthDate",
                "1963-06-15",
                "acquiredOn",
                acquiredOn,
                "firstBaseSalary",
                "300000");
    }

    @Test
    void a_filing_is_told_until_when_it_was_due() {
        enrol(but(enrolment(), "acquiredOn", today()))
                .statusCode(201)
                .body("due.overdue", equalTo(false))
                .body("due.evidenceNeeded", equalTo(false));
        enrol(but(enrolment(), "acquiredOn", today().minusDays(59)))
                .statusCode(201)
                .body("due.overdue", equalTo(true))
                .body("due.evidenceNeeded", equalTo(false));
        enrol(but(enrolment(), "acquiredOn", today().minusDays(60)))
                .statusCode(201)
                .body("due.overdue", equalTo(true))
                .body("due.evidenceNeeded", equalTo(true));
        enrol(but(enrolment(), "acquiredOn", "2019-04-01")).statusCode(201).body("due.lastDay", equalTo("2019-05-07"));
    }

    private static Map<String, Object> joining(String acquiredOn) {
        return but(enrolment(), "birthDate", "1963-06-15", "acquiredOn", acquiredOn);
    }

    private static ValidatableResponse enrol(Map<String, Object> filed) {
        return post(LocalParts.asOfficer(), "/filings/enrolments", filed);
    }
}
