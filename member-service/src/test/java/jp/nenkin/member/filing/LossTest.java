package jp.nenkin.member.filing;

import static jp.nenkin.kit.Refusals.refused;
import static jp.nenkin.member.Requests.BOTH_FIXED;
import static jp.nenkin.member.Requests.FIRST_ONLY;
import static jp.nenkin.member.Requests.but;
import static jp.nenkin.member.Requests.enrolled;
import static jp.nenkin.member.Requests.enrolment;
import static jp.nenkin.member.Requests.get;
import static jp.nenkin.member.Requests.loss;
import static jp.nenkin.member.Requests.post;
import static jp.nenkin.member.Requests.today;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.util.Map;
import jp.nenkin.kit.LocalParts;
import jp.nenkin.member.Requests;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(LocalParts.class)
class LossTest {

    @BeforeEach
    void establishments() {
        Requests.establishments();
    }

    @Test
    void a_membership_ends_once() {
        String member = enrolled();
        String filing = post(LocalParts.asEstablishment(FIRST_ONLY), "/filings/losses", loss(member, today()))
                .statusCode(201)
                .extract()
                .path("filingId");
        get(LocalParts.asOfficer(), "/members/" + member)
                .body("memberships[0].loss.lostOn", equalTo(today().toString()))
                .body("memberships[0].loss.cause", equalTo("RETIREMENT"))
                .body("memberships[0].loss.filingId", equalTo(filing));
        refused(post(LocalParts.asOfficer(), "/filings/losses", loss(member, today())), 409, "already-lost");
    }

    @Test
    void acquired_and_lost_on_one_day_is_a_loss_too() {
        String member = enrolled();
        post(LocalParts.asOfficer(), "/filings/losses", loss(member, LocalDate.of(2015, 4, 1)))
                .statusCode(201);
    }

    @Test
    void what_the_rules_refuse_is_told_by_code() {
        String member = enrolled();
        refuse(loss(member, LocalDate.of(2015, 3, 31)), "lost-before-acquired");
        refuse(loss(member, today().plusDays(1)), "lost-after-received");
        refuse(
                but(loss(member, LocalDate.of(2020, 5, 2)), "channel", "PAPER", "receivedOn", "2020-05-01"),
                "lost-after-received");
        refuse(but(loss(member, today()), "establishmentNumber", BOTH_FIXED), "not-a-member");
        refuse(but(loss(member, today()), "establishmentNumber", "9999999"), "establishment-unknown");
        refuse(loss("9999999999", today()), "not-a-member");
        refuse(but(loss(member, today()), "cause", "AGE_65"), "not-by-age-limit");
        String old = enrolled(but(enrolment(), "birthDate", "1958-02-15"));
        refuse(loss(old, LocalDate.of(2023, 2, 15)), "not-by-age-limit");
    }

    @Test
    void a_cause_is_known() {
        refused(
                        post(
                                LocalParts.asOfficer(),
                                "/filings/losses",
                                but(loss("0000000001", today()), "cause", "BOREDOM")),
                        400,
                        "invalid")
                .body("errors.field", hasItem("cause"));
    }

    @Test
    void an_establishment_files_for_its_own_members_alone() {
        String member = enrolled();
        refused(post(LocalParts.anonymous(), "/filings/losses", loss(member, today())), 401, "unauthorized");
        refused(post(LocalParts.asMember(member), "/filings/losses", loss(member, today())), 403, "forbidden");
        refused(
                post(LocalParts.asEstablishment(BOTH_FIXED), "/filings/losses", loss(member, today())),
                403,
                "forbidden");
        Map<String, Object> foreign = but(loss(member, today()), "establishmentNumber", BOTH_FIXED);
        refused(post(LocalParts.asEstablishment(BOTH_FIXED), "/filings/losses", foreign), 422, "not-a-member");
    }

    private static void refuse(Map<String, Object> loss, String code) {
        refused(post(LocalParts.asOfficer(), "/filings/losses", loss), 422, code);
    }
}
