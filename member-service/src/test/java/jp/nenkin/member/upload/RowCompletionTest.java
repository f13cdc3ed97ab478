package jp.nenkin.member.upload;

import static jp.nenkin.kit.Refusals.refused;
import static jp.nenkin.member.Requests.BOTH_FIXED;
import static jp.nenkin.member.Requests.get;
import static jp.nenkin.member.upload.SentFiles.establishment;
import static jp.nenkin.member.upload.SentFiles.settled;
import static jp.nenkin.member.upload.SentFiles.told;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import jp.nenkin.kit.LocalParts;
import jp.nenkin.member.Requests;
import jp.nenkin.member.file.LayoutWriter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(LocalParts.class)
class RowCompletionTest {
    private static final String SITE = "3300001";
    private static final String LATE_SITE = "4100105";

    @BeforeEach
    void establishments() {
        Requests.establishments();
        establishment(SITE, "plans", List.of("FIRST", "SECOND"), "secondPlanCourse", Map.of("kind", "VARIABLE"));
    }

    @Test
    void a_row_of_a_layout_without_units_is_completed_with_them() {
        Map<Integer, String> joining = LayoutWriter.joining();
        LocalDate day = Requests.today();
        // Reiwa: what is filed in time takes effect at once.
        joining.put(18, "9");
        joining.put(19, "%02d%02d%02d".formatted(day.getYear() - 2018, day.getMonthValue(), day.getDayOfMonth()));
        JsonPath file = settled(SITE, LayoutWriter.shfd().line(joining, 34).bytes(), "mode", "ROW_BY_ROW");
        assertThat(told(file)).containsExactly("6 RETURNED units-missing");
        String id = file.getString("id");
        refused(complete(LocalParts.anonymous(), id, 6, 5), 401, "unauthorized");
        refused(complete(LocalParts.asEstablishment(BOTH_FIXED), id, 6, 5), 403, "forbidden");
        refused(complete(LocalParts.asMember("9999999999"), id, 6, 5), 403, "forbidden");
        refused(complete(LocalParts.asEstablishment(SITE), id, 6, 100_000), 422, "units-out-of-range");
        refused(complete(LocalParts.asEstablishment(SITE), id, 7, 5), 409, "row-not-to-complete");
        String member = complete(LocalParts.asEstablishment(SITE), id, 6, 5)
                .statusCode(200)
                .body("state", equalTo("PROCESSED"))
                .extract()
                .path("memberNumber");
        get(LocalParts.asEstablishment(SITE), "/members/" + member)
                .body("memberships[0].baseSalaries.find { it.plan == 'SECOND' }.baseSalary", equalTo(5_000));
        assertThat(SentFiles.file(id).getMap("counts"))
                .isEqualTo(Map.of("rows", 1, "received", 0, "processed", 1, "notApplicable", 0, "returned", 0));
        refused(complete(LocalParts.asEstablishment(SITE), id, 6, 5), 409, "row-not-to-complete");
    }

    @Test
    void where_only_the_second_plan_is_offered_the_remuneration_gives_no_base_salary() {
        String site =
                establishment("3800009", "plans", List.of("SECOND"), "secondPlanCourse", Map.of("kind", "VARIABLE"));
        String id = settled(
                        site,
                        LayoutWriter.shfd().line(LayoutWriter.joining(), 34).bytes(),
                        "mode",
                        "ROW_BY_ROW")
                .getString("id");
        assertThat(told(SentFiles.file(id))).containsExactly("6 RETURNED units-missing");
        complete(LocalParts.asOfficer(), id, 6, 5).statusCode(200).body("state", equalTo("PROCESSED"));
    }

    @Test
    void a_row_that_the_establishment_completes_too_late_waits_for_an_officer() {
        establishment(LATE_SITE, "plans", List.of("FIRST", "SECOND"), "secondPlanCourse", Map.of("kind", "VARIABLE"));
        JsonPath file = settled(
                LATE_SITE, LayoutWriter.shfd().line(LayoutWriter.joining(), 34).bytes(), "mode", "ROW_BY_ROW");
        String id = file.getString("id");
        String waiting = complete(LocalParts.asEstablishment(LATE_SITE), id, 6, 5)
                .statusCode(200)
                .body("state", equalTo("RECEIVED"))
                .body("reasons.code", equalTo(List.of("late")))
                .extract()
                .path("waitingId");
        assertThat(SentFiles.file(id).getString("state")).isEqualTo("AWAITING_DECISION");
        Requests.post(LocalParts.asOfficer(), "/filings/" + waiting + "/acceptance", Map.of())
                .statusCode(200);
        assertThat(SentFiles.file(id).getString("state")).isEqualTo("PROCESSED");
        assertThat(told(SentFiles.file(id))).containsExactly("6 PROCESSED");
    }

    private static ValidatableResponse complete(RequestSpecification caller, String id, int line, int units) {
        return RestAssured.given()
                .spec(caller)
                .header("Accept-Language", "en")
                .body(Map.of("secondUnits", units))
                .post("/filing-files/" + id + "/rows/" + line + "/completion")
                .then();
    }
}
