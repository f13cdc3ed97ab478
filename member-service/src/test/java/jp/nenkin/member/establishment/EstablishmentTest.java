package jp.nenkin.member.establishment;

import static jp.nenkin.kit.Refusals.refused;
import static jp.nenkin.member.Requests.body;
import static jp.nenkin.member.Requests.but;
import static jp.nenkin.member.Requests.get;
import static jp.nenkin.member.Requests.post;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import jp.nenkin.kit.LocalParts;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(LocalParts.class)
class EstablishmentTest {

    @Test
    void an_officer_registers_an_establishment_that_both_may_see() {
        Map<String, Object> fixed =
                establishment("2000001", List.of("FIRST", "SECOND"), Map.of("kind", "FIXED", "units", 30));
        post(LocalParts.asOfficer(), "/establishments", fixed)
                .statusCode(201)
                .header("Location", containsString("/establishments/2000001"));
        get(LocalParts.asEstablishment("2000001"), "/establishments/2000001")
                .statusCode(200)
                .body("name", equalTo("大阪支社"))
                .body("plans", containsInAnyOrder("FIRST", "SECOND"))
                .body("secondPlanCourse.kind", equalTo("FIXED"))
                .body("secondPlanCourse.units", equalTo(30));
        get(LocalParts.asOfficer(), "/establishments/2000001").statusCode(200);
        refused(post(LocalParts.asOfficer(), "/establishments", fixed), 409, "establishment-exists");
    }

    @Test
    void plans_are_the_first_the_second_or_both() {
        post(LocalParts.asOfficer(), "/establishments", establishment("2000002", List.of("FIRST"), null))
                .statusCode(201);
        get(LocalParts.asOfficer(), "/establishments/2000002")
                .body("plans", equalTo(List.of("FIRST")))
                .body("secondPlanCourse", nullValue());
        Map<String, Object> variable = establishment("2000003", List.of("SECOND"), Map.of("kind", "VARIABLE"));
        post(LocalParts.asOfficer(), "/establishments", variable).statusCode(201);
        get(LocalParts.asOfficer(), "/establishments/2000003")
                .body("plans", equalTo(List.of("SECOND")))
                .body("secondPlanCourse.kind", equalTo("VARIABLE"))
                .body("secondPlanCourse.units", nullValue());
    }

    @Test
    void a_course_goes_with_the_second_plan() {
        refuse(establishment("2000004", List.of("SECOND"), null), "course-missing");
        refuse(establishment("2000004", List.of("FIRST"), Map.of("kind", "VARIABLE")), "course-without-second-plan");
        refuse(establishment("2000004", List.of("SECOND"), Map.of("kind", "FIXED")), "course-units-missing");
        refuse(
                establishment("2000004", List.of("SECOND"), Map.of("kind", "VARIABLE", "units", 5)),
                "course-units-not-allowed");
        refuse(establishment("2000004", List.of("SECOND"), Map.of("kind", "FIXED", "units", 31)), "units-out-of-range");
        refuse(establishment("2000004", List.of("SECOND"), Map.of("kind", "FIXED", "units", 0)), "units-out-of-range");
    }

    @Test
    void what_cannot_be_read_is_told_by_field() {
        Map<String, Object> good = establishment("2000005", List.of("FIRST"), null);
        invalid(but(good, "number", "12"), "number");
        invalid(but(good, "name", null), "name");
        invalid(but(good, "name", "支\u0007社"), "name");
        invalid(but(good, "plans", List.of()), "plans");
        invalid(but(good, "plans", List.of("THIRD")), "plans[0]");
        invalid(but(good, "secondPlanCourse", Map.of("units", 5)), "secondPlanCourse.kind");
    }

    @Test
    void only_officers_register_and_others_see_themselves_alone() {
        Map<String, Object> good = establishment("2000006", List.of("FIRST"), null);
        refused(post(LocalParts.anonymous(), "/establishments", good), 401, "unauthorized");
        refused(post(LocalParts.asEstablishment("2000006"), "/establishments", good), 403, "forbidden");
        refused(post(LocalParts.asMember("0000000001"), "/establishments", good), 403, "forbidden");
        refused(get(LocalParts.anonymous(), "/establishments/2000006"), 401, "unauthorized");
        refused(get(LocalParts.asEstablishment("2000007"), "/establishments/2000006"), 403, "forbidden");
        refused(get(LocalParts.asMember("0000000001"), "/establishments/2000006"), 403, "forbidden");
        refused(get(LocalParts.asOfficer(), "/establishments/2999999"), 404, "not-found");
        refused(get(LocalParts.asOfficer(), "/establishments/abc"), 400, "invalid");
    }

    private static void refuse(Map<String, Object> body, String code) {
        refused(post(LocalParts.asOfficer(), "/establishments", body), 422, code);
    }

    private static void invalid(Map<String, Object> body, String field) {
        refused(post(LocalParts.asOfficer(), "/establishments", body), 400, "invalid")
                .body("errors.field", hasItem(field));
    }

    private static Map<String, Object> establishment(String number, List<String> plans, @Nullable Object course) {
        return body("number", number, "name", "大阪支社", "plans", plans, "secondPlanCourse", course);
    }
}
