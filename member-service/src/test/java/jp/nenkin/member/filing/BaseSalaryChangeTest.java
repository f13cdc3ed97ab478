package jp.nenkin.member.filing;

import static jp.nenkin.kit.Refusals.refused;
import static jp.nenkin.member.Requests.BOTH_FIXED;
import static jp.nenkin.member.Requests.BOTH_VARIABLE;
import static jp.nenkin.member.Requests.FIRST_ONLY;
import static jp.nenkin.member.Requests.baseSalaryDay;
import static jp.nenkin.member.Requests.but;
import static jp.nenkin.member.Requests.change;
import static jp.nenkin.member.Requests.enrolled;
import static jp.nenkin.member.Requests.enrolment;
import static jp.nenkin.member.Requests.get;
import static jp.nenkin.member.Requests.loss;
import static jp.nenkin.member.Requests.post;
import static jp.nenkin.member.Requests.today;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import jp.nenkin.kit.LocalParts;
import jp.nenkin.member.Requests;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(LocalParts.class)
class BaseSalaryChangeTest {

    @BeforeEach
    void establishments() {
        Requests.establishments();
    }

    @Test
    void a_second_change_of_a_day_replaces_the_first_and_both_stay() {
        String member = enrolled();
        String first = filed(change(member, 320_000));
        String second = filed(change(member, 340_000));
        get(LocalParts.asEstablishment(FIRST_ONLY), "/members/" + member)
                .body("memberships[0].baseSalaries.baseSalary", equalTo(List.of(300_000, 320_000, 340_000)))
                .body("memberships[0].baseSalaries[1].filingId", equalTo(first))
                .body("memberships[0].baseSalaries[1].replaces", nullValue())
                .body("memberships[0].baseSalaries[2].filingId", equalTo(second))
                .body("memberships[0].baseSalaries[2].replaces", equalTo(first));
        refuse(change(member, 340_000), "nothing-changes");
    }

    @Test
    void what_the_rules_refuse_is_told_by_code() {
        String member = enrolled();
        refuse(but(change(member, 320_000), "establishmentNumber", "9999999"), "establishment-unknown");
        refuse(but(change(member, 320_000), "establishmentNumber", BOTH_FIXED), "not-a-member");
        refuse(change("9999999999", 320_000), "not-a-member");
        refuse(but(change(member, 320_000), "effectiveFrom", baseSalaryDay().plusDays(1)), "effective-day-not-allowed");
        refuse(but(change(member, 320_000), "effectiveFrom", baseSalaryDay().plusYears(2)), "effective-too-far-ahead");
        refuse(but(change(member, 320_000), "effectiveFrom", "2014-10-01"), "effective-outside-membership");
        refuse(change(member, 305_000), "base-salary-not-a-grade");
        refuse(but(change(member, 320_000), "firstBaseSalary", null), "base-salary-missing");
        refuse(but(change(member, 320_000), "secondUnits", 3), "plan-not-offered");
        refuse(but(change(member, 320_000), "channel", "PAPER"), "received-on-missing");
        post(LocalParts.asOfficer(), "/filings/losses", loss(member, today())).statusCode(201);
        refuse(change(member, 320_000), "not-a-member");
    }

    @Test
    void units_change_alone() {
        String member = enrolled(but(enrolment(), "establishmentNumber", BOTH_VARIABLE, "secondUnits", 5));
        Map<String, Object> units =
                but(change(member, 0), "establishmentNumber", BOTH_VARIABLE, "firstBaseSalary", null, "secondUnits", 6);
        filed(units);
        get(LocalParts.asOfficer(), "/members/" + member)
                .body(
                        "memberships[0].baseSalaries.findAll { it.plan == 'SECOND' }.baseSalary",
                        equalTo(List.of(5_000, 6_000)));
        refuse(but(units, "secondUnits", 31), "units-out-of-range");
    }

    @Test
    void an_establishment_files_for_its_own_members_alone() {
        String member = enrolled();
        // The next day of changes: a change of the last one may come too late to take effect at once.
        post(
                        LocalParts.asEstablishment(FIRST_ONLY),
                        "/filings/base-salary-changes",
                        but(
                                change(member, 320_000),
                                "effectiveFrom",
                                baseSalaryDay().plusMonths(6)))
                .statusCode(201);
        refused(
                post(LocalParts.asEstablishment(BOTH_FIXED), "/filings/base-salary-changes", change(member, 340_000)),
                403,
                "forbidden");
        Map<String, Object> foreign = but(change(member, 340_000), "establishmentNumber", BOTH_FIXED);
        refused(
                post(LocalParts.asEstablishment(BOTH_FIXED), "/filings/base-salary-changes", foreign),
                422,
                "not-a-member");
        refused(
                post(LocalParts.asMember(member), "/filings/base-salary-changes", change(member, 340_000)),
                403,
                "forbidden");
        refused(
                post(LocalParts.anonymous(), "/filings/base-salary-changes", change(member, 340_000)),
                401,
                "unauthorized");
    }

    private static String filed(Map<String, Object> change) {
        return post(LocalParts.asOfficer(), "/filings/base-salary-changes", change)
                .statusCode(201)
                .extract()
                .path("filingId");
    }

    private static void refuse(Map<String, Object> change, String code) {
        refused(post(LocalParts.asOfficer(), "/filings/base-salary-changes", change), 422, code);
    }
}
