package jp.nenkin.member.upload;

import static jp.nenkin.kit.Refusals.refused;
import static jp.nenkin.member.Requests.BOTH_FIXED;
import static jp.nenkin.member.Requests.get;
import static jp.nenkin.member.upload.SentFiles.count;
import static jp.nenkin.member.upload.SentFiles.csv;
import static jp.nenkin.member.upload.SentFiles.enrolment;
import static jp.nenkin.member.upload.SentFiles.establishment;
import static jp.nenkin.member.upload.SentFiles.send;
import static jp.nenkin.member.upload.SentFiles.settled;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jp.nenkin.kit.LocalParts;
import jp.nenkin.member.Requests;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(LocalParts.class)
class ApprovalTest {
    private static final String SITE = "3700001";

    @BeforeEach
    void establishments() {
        Requests.establishments();
        establishment(SITE, "filingsNeedApproval", true);
    }

    @Test
    void the_establishment_says_that_its_files_wait() {
        get(LocalParts.asEstablishment(SITE), "/establishments/" + SITE)
                .body("filingsNeedApproval", equalTo(true))
                .body("office.symbol", equalTo("ケイト"));
    }

    @Test
    void a_file_waits_until_another_person_of_the_establishment_approves() {
        String id = waiting(LocalParts.asOfficer(), "承認 一");
        assertThat(count("SELECT count(*) FROM filing_file WHERE id = ?::uuid AND processed = 0", id))
                .isEqualTo(1);
        post(LocalParts.asEstablishment(SITE), id, "approval").statusCode(200).body("state", equalTo("RECEIVED"));
        assertThat(settled(id).getInt("counts.processed")).isEqualTo(1);
        refused(post(LocalParts.asEstablishment(SITE), id, "approval"), 409, "file-not-waiting");
        refused(post(LocalParts.asEstablishment(SITE), id, "withdrawal"), 409, "file-not-waiting");
    }

    @Test
    void the_sender_does_not_approve_but_may_withdraw_and_send_again() {
        String id = waiting(LocalParts.asEstablishment(SITE), "承認 二");
        refused(post(LocalParts.asEstablishment(SITE), id, "approval"), 403, "approver-is-sender");
        assertThatThrownBy(() -> SentFiles.change(
                        "UPDATE filing_file SET state = 'RECEIVED', settled_by = uploaded_by, settled_at = now()"
                                + " WHERE id = ?::uuid",
                        id))
                .hasStackTraceContaining("violates check constraint");
        post(LocalParts.asEstablishment(SITE), id, "withdrawal").statusCode(200).body("state", equalTo("WITHDRAWN"));
        assertThat(waiting(LocalParts.asEstablishment(SITE), "承認 二")).isNotEqualTo(id);
    }

    @Test
    void others_do_not_approve() {
        String id = waiting(LocalParts.asOfficer(), "承認 三");
        for (String what : new String[] {"approval", "withdrawal"}) {
            refused(post(LocalParts.anonymous(), id, what), 401, "unauthorized");
            refused(post(LocalParts.asOfficer(), id, what), 403, "forbidden");
            refused(post(LocalParts.asEstablishment(BOTH_FIXED), id, what), 403, "forbidden");
            refused(post(LocalParts.asMember("9999999999"), id, what), 403, "forbidden");
        }
    }

    private static String waiting(RequestSpecification sender, String name) {
        return send(sender, SITE, csv(enrolment(SITE, name)))
                .statusCode(202)
                .body("state", equalTo("AWAITING_APPROVAL"))
                .extract()
                .path("id");
    }

    private static ValidatableResponse post(RequestSpecification caller, String id, String what) {
        return RestAssured.given()
                .spec(caller)
                .post("/filing-files/" + id + "/" + what)
                .then();
    }
}
