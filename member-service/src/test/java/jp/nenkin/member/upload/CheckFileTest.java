package jp.nenkin.member.upload;

import static jp.nenkin.kit.Refusals.refused;
import static jp.nenkin.member.upload.SentFiles.count;
import static jp.nenkin.member.upload.SentFiles.csv;
import static jp.nenkin.member.upload.SentFiles.enrolment;
import static jp.nenkin.member.upload.SentFiles.establishment;
import static jp.nenkin.member.upload.SentFiles.row;
import static jp.nenkin.member.upload.SentFiles.sendTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import jp.nenkin.kit.LocalParts;
import jp.nenkin.member.Requests;
import jp.nenkin.member.file.LayoutWriter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(LocalParts.class)
class CheckFileTest {
    private static final String SITE = "3600001";

    @BeforeEach
    void establishments() {
        Requests.establishments();
        establishment(SITE);
    }

    @Test
    void every_row_is_judged_as_it_would_be_the_rows_before_it_included_and_nothing_is_stored() {
        long drawn = count("SELECT last_value FROM member_number");
        long members = count("SELECT count(*) FROM member");
        byte[] file = csv(
                enrolment(SITE, "試し 一"),
                row(
                        "Loss",
                        SITE,
                        "name",
                        "試し 一",
                        "birthDate",
                        "1985-05-05",
                        "lostOn",
                        "2025-04-01",
                        "cause",
                        "RETIREMENT"),
                enrolment(SITE, "試し 二").replace(",300000,", ",300001,"),
                enrolment(SITE, "試し 三").replace("1985-05-05", "1985-02-30"),
                enrolment(Requests.BOTH_FIXED, "よその 人"));
        check(file)
                .statusCode(200)
                .body("state", equalTo("RETURNED"))
                .body("rows.line", equalTo(List.of(2, 3, 4, 5, 6)))
                .body("rows.state", equalTo(List.of("PROCESSED", "PROCESSED", "RETURNED", "RETURNED", "RETURNED")))
                .body("rows[2].reasons[0].code", equalTo("base-salary-not-a-grade"))
                .body("rows[3].reasons[0].columnName", equalTo("birthDate"))
                .body("rows[3].reasons[0].column", equalTo(8))
                .body("rows[4].reasons[0].code", equalTo("establishment-not-of-file"))
                .body(
                        "counts",
                        equalTo(Map.of("rows", 5, "received", 0, "processed", 2, "notApplicable", 0, "returned", 3)));
        assertThat(count("SELECT count(*) FROM filing WHERE establishment_number = ?", SITE))
                .isZero();
        assertThat(count("SELECT count(*) FROM filing_file WHERE establishment_number = ?", SITE))
                .isZero();
        assertThat(count("SELECT count(*) FROM member")).isEqualTo(members);
        assertThat(count("SELECT last_value FROM member_number")).isEqualTo(drawn);
    }

    @Test
    void somebody_who_would_join_has_no_number_yet() {
        byte[] file = csv(enrolment(SITE, "試し 九"), enrolment(SITE, "試し 九"));
        check(file)
                .statusCode(200)
                .body("rows[1].reasons[0].code", equalTo("already-member"))
                .body("rows[1].reasons[0].values", equalTo(Map.of()))
                .body("rows[1].reasons[0].message", containsString("(given when it is filed)"))
                .body("rows[1].reasons[0].message", not(matchesPattern(".*[0-9]{10}.*")));
    }

    @Test
    void a_file_without_an_error_would_be_processed() {
        check(csv(enrolment(SITE, "試し 四"))).statusCode(200).body("state", equalTo("PROCESSED"));
    }

    @Test
    void while_the_ledger_is_away_a_check_tells_all_but_the_yen() {
        check(csv(enrolment(SITE, "試し 六")))
                .statusCode(200)
                .body("state", equalTo("PROCESSED"))
                .body("counts.processed", equalTo(1))
                .body("effectsUnavailable", equalTo(true))
                .body("effectsReason.code", equalTo("ledger-away"))
                .body("rows[0].effect", nullValue())
                .body("rows[0].ledgerRefusal", nullValue())
                .body("nextBill", nullValue());
    }

    @Test
    void a_file_that_costs_nothing_asks_nobody() {
        check(csv(enrolment(SITE, "試し 七").replace(",300000,", ",300001,")))
                .statusCode(200)
                .body("state", equalTo("RETURNED"))
                .body("effectsUnavailable", equalTo(false))
                .body("effectsReason", nullValue());
    }

    @Test
    void whoever_joins_is_told_the_days_ahead_and_each_row_whether_it_is_late() {
        check(csv(enrolment(SITE, "試し 八")))
                .statusCode(200)
                .body("rows[0].milestones.rightFrom", equalTo("2018-04-01"))
                .body("rows[0].milestones.ageLimitOn", equalTo("2050-05-04"))
                .body("rows[0].due.lastDay", notNullValue())
                .body("rows[0].due.overdue", equalTo(true))
                .body("rows[0].due.evidenceNeeded", equalTo(true));
    }

    @Test
    void a_member_sees_who_tried_what_becomes_of_him() {
        String member = Requests.enrolled();
        String loss =
                row("Loss", Requests.FIRST_ONLY, "memberNumber", member, "lostOn", "2025-04-01", "cause", "RETIREMENT");
        sendTo("/filing-files/check", LocalParts.asEstablishment(Requests.FIRST_ONLY), Requests.FIRST_ONLY, csv(loss))
                .statusCode(200);
        Requests.get(LocalParts.asMember(member), "/members/" + member + "/looks")
                .statusCode(200)
                .body("looks[0].operation", equalTo("POST /filing-files/check"))
                .body("looks[0].establishmentNumber", equalTo(Requests.FIRST_ONLY));
    }

    @Test
    void what_is_no_file_is_refused() {
        refused(check(new byte[0]), 422, "file-empty");
        refused(check(csv()), 422, "file-without-rows");
        refused(
                check(LayoutWriter.knfd().line(LayoutWriter.joining(), 55).bytes()),
                422,
                "establishment-not-in-header");
    }

    @Test
    void files_of_others_are_not_checked() {
        byte[] file = csv(enrolment(SITE, "試し 五"));
        refused(sendTo("/filing-files/check", LocalParts.anonymous(), SITE, file), 401, "unauthorized");
        refused(
                sendTo("/filing-files/check", LocalParts.asEstablishment(Requests.BOTH_FIXED), SITE, file),
                403,
                "forbidden");
        refused(sendTo("/filing-files/check", LocalParts.asMember("9999999999"), SITE, file), 403, "forbidden");
    }

    private static ValidatableResponse check(byte[] file) {
        return sendTo("/filing-files/check", LocalParts.asOfficer(), SITE, file);
    }
}
