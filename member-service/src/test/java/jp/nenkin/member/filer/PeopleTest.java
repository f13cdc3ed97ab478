package jp.nenkin.member.filer;

import static jp.nenkin.kit.Refusals.refused;
import static jp.nenkin.member.Requests.body;
import static jp.nenkin.member.Requests.but;
import static jp.nenkin.member.Requests.enrolment;
import static jp.nenkin.member.Requests.get;
import static jp.nenkin.member.Requests.post;
import static jp.nenkin.member.Requests.put;
import static jp.nenkin.member.Requests.today;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import jp.nenkin.keycloak.DemoClient;
import jp.nenkin.kit.LocalParts;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(LocalParts.class)
class PeopleTest {
    private static final String SITE = "4200041";
    private static final String PEOPLE = "/establishments/" + SITE + "/people/";

    @Test
    void a_person_files_and_approves_as_the_list_says_on_the_day_and_the_system_as_before() {
        post(
                        LocalParts.asOfficer(),
                        "/establishments",
                        "establishment-" + SITE,
                        body("number", SITE, "name", "工場", "plans", List.of("FIRST"), "filingsNeedApproval", true))
                .statusCode(201);
        RequestSpecification clerk = person("clerk");
        RequestSpecification administrator = person("administrator", "approver");
        Map<String, Object> filing = but(enrolment(), "establishmentNumber", SITE, "acquiredOn", today());
        refused(post(clerk, "/filings/enrolments", filing), 403, "person-not-listed");
        refused(send(clerk), 403, "person-not-listed");
        get(clerk, "/establishments/" + SITE).statusCode(200);

        listed(LocalParts.asOfficer(), "administrator", "ADMINISTRATOR", today())
                .statusCode(200);
        listed(administrator, "clerk", "CLERK", today().plusDays(1)).statusCode(200);
        refused(post(clerk, "/filings/enrolments", filing), 403, "person-not-listed");
        listed(administrator, "clerk", "CLERK", today()).statusCode(200);
        post(clerk, "/filings/enrolments", filing).statusCode(201);
        String file = send(clerk)
                .statusCode(202)
                .body("state", equalTo("AWAITING_APPROVAL"))
                .extract()
                .path("id");
        refused(approve(clerk, file), 403, "person-no-approver");
        refused(listed(clerk, "clerk", "ADMINISTRATOR", today()), 403, "person-no-administrator");
        refused(
                post(clerk, "/establishments/" + SITE + "/delegations", body("consultantCode", "42", "from", today())),
                403,
                "person-no-administrator");
        approve(administrator, file).statusCode(200);

        put(administrator, PEOPLE + name("clerk"), entry("CLERK", today(), today()))
                .statusCode(200);
        refused(post(clerk, "/filings/enrolments", filing), 403, "person-not-listed");
        refused(
                put(LocalParts.asOfficer(), PEOPLE + "x", entry("CLERK", today(), today().minusDays(1))),
                422,
                "person-until-before-from");
    }

    @Test
    void who_has_the_role_on_the_list_and_not_the_post_in_the_token_may_not() {
        String site = "4200043";
        post(
                        LocalParts.asOfficer(),
                        "/establishments",
                        "establishment-" + site,
                        body("number", site, "name", "支店", "plans", List.of("FIRST")))
                .statusCode(201);
        DemoClient keeper = new DemoClient(
                "employer",
                "keeper-" + site,
                List.of("establishment", "administrator"),
                Map.of("establishment_number", site));
        put(
                        LocalParts.asOfficer(),
                        "/establishments/" + site + "/people/service-account-" + keeper.clientId(),
                        entry("ADMINISTRATOR", today(), null))
                .statusCode(200);
        Map<String, Object> filing = but(enrolment(), "establishmentNumber", site, "acquiredOn", today());
        refused(post(LocalParts.as(keeper), "/filings/enrolments", filing), 403, "person-no-clerk");
        put(LocalParts.as(keeper), "/establishments/" + site + "/people/hanako", entry("CLERK", today(), null))
                .statusCode(200);
    }

    @Test
    void officers_and_administrators_alone_keep_the_list() {
        for (RequestSpecification stranger : List.of(
                LocalParts.asEstablishment(SITE),
                LocalParts.asEstablishment("4200042"),
                LocalParts.asConsultant("42000041"),
                LocalParts.asMember("9999999999"))) {
            refused(listed(stranger, "clerk", "CLERK", today()), 403, "forbidden");
        }
        refused(listed(LocalParts.anonymous(), "clerk", "CLERK", today()), 401, "unauthorized");
        refused(get(LocalParts.asEstablishment("4200042"), PEOPLE), 403, "forbidden");
        refused(get(LocalParts.asConsultant("42000041"), PEOPLE), 403, "forbidden");
        get(LocalParts.asEstablishment(SITE), PEOPLE).statusCode(200);
    }

    /** Of the employers' realm, as people are; a client stands for one, since no password opens a token to a test. */
    private static RequestSpecification person(String name, String... morePosts) {
        List<String> roles = Stream.concat(Stream.of("establishment", name), Stream.of(morePosts))
                .toList();
        return LocalParts.as(
                new DemoClient("employer", name + "-" + SITE, roles, Map.of("establishment_number", SITE)));
    }

    private static String name(String role) {
        return "service-account-" + role + "-" + SITE;
    }

    private static ValidatableResponse listed(RequestSpecification caller, String role, String as, LocalDate from) {
        return put(caller, PEOPLE + name(role), entry(as, from, null));
    }

    private static Map<String, Object> entry(String role, LocalDate from, @Nullable LocalDate until) {
        return body("name", "担当 花子", "role", role, "from", from, "until", until);
    }

    private static ValidatableResponse send(RequestSpecification caller) {
        String file = "type,establishmentNumber,name,birthDate,acquiredOn,firstBaseSalary\r\nEnrolment," + SITE
                + ",届出 一,1985-05-05," + today() + ",300000\r\n";
        return RestAssured.given()
                .spec(caller)
                .contentType("application/octet-stream")
                .body(file.getBytes(StandardCharsets.UTF_8))
                .queryParam("establishmentNumber", SITE)
                .post("/filing-files")
                .then();
    }

    private static ValidatableResponse approve(RequestSpecification caller, String file) {
        return RestAssured.given()
                .spec(caller)
                .post("/filing-files/" + file + "/approval")
                .then();
    }
}
