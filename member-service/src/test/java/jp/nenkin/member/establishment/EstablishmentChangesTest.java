package jp.nenkin.member.establishment;

import static jp.nenkin.kit.Refusals.refused;
import static jp.nenkin.member.Requests.baseSalaryDay;
import static jp.nenkin.member.Requests.body;
import static jp.nenkin.member.Requests.but;
import static jp.nenkin.member.Requests.change;
import static jp.nenkin.member.Requests.enrolled;
import static jp.nenkin.member.Requests.enrolment;
import static jp.nenkin.member.Requests.establishment;
import static jp.nenkin.member.Requests.get;
import static jp.nenkin.member.Requests.post;
import static jp.nenkin.member.Requests.put;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import jp.nenkin.kit.LocalParts;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(LocalParts.class)
class EstablishmentChangesTest {
    private static final Map<String, Object> PARTICULARS = body(
            "name",
            "東京本社",
            "office",
            Map.of("prefecture", "21", "municipality", "02", "symbol", "ホンシ"),
            "filingsNeedApproval",
            true);

    @Test
    void an_officer_changes_what_an_establishment_is_called_and_what_was_before_stays() {
        establishment("4200031");
        String path = "/establishments/4200031";
        put(LocalParts.asOfficer(), path + "/particulars", PARTICULARS)
                .statusCode(200)
                .body("name", equalTo("東京本社"))
                .body("office.symbol", equalTo("ホンシ"))
                .body("filingsNeedApproval", equalTo(true))
                .body("plans", equalTo(List.of("FIRST")));
        refused(
                put(LocalParts.asOfficer(), path + "/particulars", but(PARTICULARS, "office", null)),
                422,
                "office-missing");
        put(LocalParts.asOfficer(), path + "/particulars", but(PARTICULARS, "name", "本社", "filingsNeedApproval", false))
                .statusCode(200)
                .body("filingsNeedApproval", equalTo(false));
        get(LocalParts.asEstablishment("4200031"), path).statusCode(200).body("name", equalTo("本社"));
        get(LocalParts.asEstablishment("4200031"), path + "/history")
                .statusCode(200)
                .body("particulars.particulars.name", equalTo(List.of("東京工場", "東京本社", "本社")))
                .body("particulars[0].setBy", nullValue())
                .body("particulars[1].setBy", startsWith("system/"))
                .body("terms.size()", equalTo(1));
        refused(put(LocalParts.asOfficer(), "/establishments/4299999/particulars", PARTICULARS), 404, "not-found");
    }

    @Test
    void terms_are_those_of_the_day_of_an_event() {
        Map<String, Object> fixed = body("kind", "FIXED", "units", 5);
        post(
                        LocalParts.asOfficer(),
                        "/establishments",
                        body("number", "4200032", "name", "工場", "plans", List.of("FIRST"), "secondPlanCourse", null))
                .statusCode(201);
        String terms = "/establishments/4200032/terms";
        Map<String, Object> both = body("from", "2010-01-01", "plans", List.of("FIRST", "SECOND"));
        post(LocalParts.asOfficer(), terms, but(both, "secondPlanCourse", fixed))
                .statusCode(201);
        Map<String, Object> joining = but(enrolment(), "establishmentNumber", "4200032");
        String member = enrolled(joining);

        Map<String, Object> variable =
                but(both, "secondPlanCourse", Map.of("kind", "VARIABLE"), "from", baseSalaryDay());
        refused(
                post(
                        LocalParts.asOfficer(),
                        terms,
                        but(variable, "secondPlanCourse", Map.of("kind", "FIXED", "units", 6))),
                422,
                "units-filed-per-member");
        refused(
                post(
                        LocalParts.asOfficer(),
                        terms,
                        but(variable, "from", baseSalaryDay().plusDays(1))),
                422,
                "terms-day-not-allowed");
        refused(
                post(LocalParts.asOfficer(), terms, body("from", baseSalaryDay(), "plans", List.of("FIRST"))),
                422,
                "plans-stay");
        post(LocalParts.asOfficer(), terms, variable).statusCode(201);

        get(LocalParts.asOfficer(), "/establishments/4200032").body("secondPlanCourse.kind", equalTo("VARIABLE"));
        enrolled(but(joining, "name", "前日 入社", "acquiredOn", baseSalaryDay().minusDays(1)));
        refused(
                post(
                        LocalParts.asOfficer(),
                        "/filings/enrolments",
                        but(joining, "name", "当日 入社", "acquiredOn", baseSalaryDay())),
                422,
                "units-missing");
        post(
                        LocalParts.asOfficer(),
                        "/filings/base-salary-changes",
                        but(change(member, 320_000), "establishmentNumber", "4200032", "secondUnits", 7))
                .statusCode(201);
        get(LocalParts.asOfficer(), "/establishments/4200032/history")
                .body("terms.secondPlanCourse.kind", equalTo(List.of("FIXED", "VARIABLE")));
    }

    @Test
    void others_than_officers_change_nothing() {
        establishment("4200033");
        String path = "/establishments/4200033";
        Map<String, Object> terms = body("from", "2010-01-01", "plans", List.of("FIRST"));
        for (RequestSpecification stranger : List.of(
                LocalParts.asEstablishment("4200033"),
                LocalParts.asConsultant("42000033"),
                LocalParts.asMember("9999999999"))) {
            refused(put(stranger, path + "/particulars", PARTICULARS), 403, "forbidden");
            refused(post(stranger, path + "/terms", terms), 403, "forbidden");
        }
        refused(get(LocalParts.asEstablishment("4200034"), path + "/history"), 403, "forbidden");
        refused(put(LocalParts.anonymous(), path + "/particulars", PARTICULARS), 401, "unauthorized");
        refused(post(LocalParts.asOfficer(), path + "/terms", terms), 422, "terms-unchanged");
    }
}
