package jp.nenkin.member.filing;

import static jp.nenkin.member.Requests.FIRST_ONLY;
import static jp.nenkin.member.Requests.enrolment;
import static jp.nenkin.member.Requests.post;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import jp.nenkin.kit.LocalParts;
import jp.nenkin.member.Requests;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the database itself keeps, whoever writes. */
@QuarkusTest
@WithTestResource(LocalParts.class)
class FactsOfCareersTest {

    @BeforeEach
    void establishments() {
        Requests.establishments();
    }

    /** Somebody who was a member from April 2015 to the 16th of October 2020. */
    private record Former(String number, String enrolment, String loss) {}

    @Test
    void periods_of_a_member_do_not_overlap_and_one_goes_on() {
        Former former = former();
        breaks("periods_do_not_overlap", filing(former, 1, "ENROLMENT"), membership(former, 1, "2020-10-15"));
        breaks(
                "periods_do_not_overlap",
                filing(former, 1, "ENROLMENT"),
                membership(former, 1, "2021-04-01"),
                filing(former, 2, "ENROLMENT"),
                membership(former, 2, "2021-05-01"));
    }

    @Test
    void a_membership_has_one_loss_and_it_is_not_before_it() {
        Former former = former();
        breaks(
                "one_version_and_one_loss",
                filing(former, 1, "LOSS"),
                loss(former, 1, "2020-11-01", "'" + former.loss() + "'"));
        breaks("one_first_loss", filing(former, 1, "LOSS"), loss(former, 1, "2020-11-01", "NULL"));
        breaks(
                "lost_after_acquired",
                filing(former, 1, "LOSS"),
                retraction(former, 1, former.loss()),
                loss(former, 1, "2015-03-31", "'" + former.loss() + "'"));
    }

    @Test
    void a_filing_is_taken_back_once_and_nothing_stands_on_it_then() {
        Former former = former();
        breaks("loss_has_membership", filing(former, 1, "CANCELLATION"), retraction(former, 1, former.enrolment()));
        breaks(
                "retraction_retracted_key",
                filing(former, 1, "CANCELLATION"),
                retraction(former, 1, former.loss()),
                filing(former, 2, "CANCELLATION"),
                retraction(former, 2, former.loss()));
        breaks("base_salary_within_membership", filing(former, 1, "BASE_SALARY_CHANGE"), base(former, 1, "2014-10-01"));
        breaks(
                "base_salary_changes_in_april_or_october",
                filing(former, 1, "BASE_SALARY_CHANGE"),
                base(former, 1, "2016-05-01"));
    }

    private static Former former() {
        Map<String, Object> enrolment = enrolment();
        ValidatableResponse enrolled = post(LocalParts.asOfficer(), "/filings/enrolments", enrolment);
        String number = enrolled.extract().path("memberNumber");
        String lost = post(LocalParts.asOfficer(), "/filings/losses", Requests.loss(number, LocalDate.of(2020, 10, 16)))
                .extract()
                .path("filingId");
        return new Former(number, enrolled.extract().path("filingId"), lost);
    }

    private static void breaks(String rule, String... statements) {
        assertThatThrownBy(() -> {
                    try (Connection service = LocalParts.databaseAsService();
                            Statement statement = service.createStatement()) {
                        service.setAutoCommit(false);
                        statement.execute("SELECT set_config('app.role', 'officer', true)");
                        for (String sql : statements) {
                            statement.execute(sql);
                        }
                        service.commit();
                    }
                })
                .as(rule)
                .isInstanceOf(SQLException.class)
                .hasMessageContaining(rule);
    }

    /** Ids of a test's own: the member's number with a small one. */
    private static UUID id(Former former, int filing) {
        return new UUID(Long.parseLong(former.number()), filing);
    }

    private static String filing(Former former, int id, String type) {
        return ("INSERT INTO filing VALUES ('%s', '%s', 'DATA', current_date, '%s', '%s', now(), 'test', '{}', now(),"
                        + " 'test')")
                .formatted(id(former, id), type, former.number(), FIRST_ONLY);
    }

    private static String membership(Former former, int id, String acquiredOn) {
        return """
                INSERT INTO membership (filing_id, member_number, establishment_number, acquired_on, root)
                VALUES ('%1$s', '%2$s', '%3$s', '%4$s', '%1$s')
                """.formatted(id(former, id), former.number(), FIRST_ONLY, acquiredOn);
    }

    private static String loss(Former former, int id, String lostOn, String replaces) {
        return "INSERT INTO membership_loss VALUES ('%s', '%s', '%s', '%s', '%s', 'OTHER', %s)"
                .formatted(id(former, id), former.enrolment(), former.number(), FIRST_ONLY, lostOn, replaces);
    }

    private static String retraction(Former former, int id, String retracted) {
        return "INSERT INTO retraction VALUES ('%s', '%s', '%s', '%s')"
                .formatted(id(former, id), retracted, former.number(), FIRST_ONLY);
    }

    private static String base(Former former, int id, String effectiveFrom) {
        return "INSERT INTO base_salary VALUES ('%s', 'FIRST', '%s', '%s', '%s', '%s', 320000)"
                .formatted(id(former, id), former.enrolment(), former.number(), FIRST_ONLY, effectiveFrom);
    }
}
