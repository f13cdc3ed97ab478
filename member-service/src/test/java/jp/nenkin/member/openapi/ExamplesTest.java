package jp.nenkin.member.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.nenkin.kit.CommittedApi;
import jp.nenkin.kit.LocalParts;
import jp.nenkin.member.Requests;
import org.junit.jupiter.api.Test;

/** The bodies that the service's description shows can be sent as they stand, but for ids. */
@QuarkusTest
@WithTestResource(LocalParts.class)
class ExamplesTest {
    private static final String MEMBER = "0000002025";
    private static final String MADE_UP = "00000000-0000-0007-0000-000000000007";
    private static final Map<String, String> PARAMETERS = Map.of(
            "{number}", "1000009",
            "{memberNumber}", MEMBER,
            "{code}", "13000009",
            "{userName}", "hanako",
            "{fiscalYear}", "2025",
            "{line}", "2",
            "{id}", MADE_UP);

    /** In an order in which those before make each possible. */
    private static final List<String> POSSIBLE = List.of(
            "POST /establishments",
            "PUT /establishments/{number}/particulars",
            "PUT /establishments/{number}/people/{userName}",
            "POST /consultants",
            "PUT /consultants/{code}",
            "POST /establishments/{number}/delegations",
            "POST /establishments/{number}/delegations/{id}/end",
            "POST /take-over/members",
            "POST /filings/enrolments",
            "POST /filings/base-salary-changes",
            "POST /filings/corrections",
            "POST /filings/transfers-in",
            "POST /filings/cancellations",
            "POST /filings/name-changes",
            "POST /filings/birth-date-corrections",
            "POST /filings/address-changes",
            "POST /members/{memberNumber}/applications",
            "POST /members/search",
            "POST /members/export",
            "POST /filings/losses",
            "POST /establishments/{number}/terms",
            "POST /closed-days",
            "PUT /cut-offs/{fiscalYear}",
            "PUT /partner-links");

    /** Whose made-up id is that of what was made before. */
    private static final Map<String, String> BUILDS_ON = Map.of(
            "POST /establishments/{number}/delegations/{id}/end", "POST /establishments/{number}/delegations",
            "POST /filings/corrections", "POST /filings/base-salary-changes",
            "POST /filings/cancellations", "POST /filings/transfers-in");

    /** About what nobody here has made: understood, and not found. */
    private static final Set<String> OF_NOTHING = Set.of(
            "POST /applications/{id}/return",
            "POST /derivations",
            "POST /derivations/{id}/confirmation",
            "POST /filing-files/{id}/rows/{line}/completion",
            "POST /filings/{id}/return");

    /** Months are closed in turn, which is for the test of their closing. */
    private static final String CLOSING = "POST /month-closings";

    @Test
    void each_is_accepted_in_its_turn() {
        Map<String, JsonNode> bodies = CommittedApi.bodies();
        assertThat(Stream.of(POSSIBLE.stream(), OF_NOTHING.stream(), Stream.of(CLOSING))
                        .flatMap(each -> each)
                        .collect(Collectors.toSet()))
                .isEqualTo(bodies.keySet());
        theDemoFund();
        Map<String, String> made = new HashMap<>();
        for (String operation : POSSIBLE) {
            String id = made.getOrDefault(BUILDS_ON.getOrDefault(operation, ""), MADE_UP);
            Response answer = send(operation, bodies, id);
            assertThat(answer.statusCode())
                    .as("%s: %s", operation, answer.asString())
                    .isBetween(200, 299);
            if (BUILDS_ON.containsValue(operation)) {
                made.put(operation, answer.path(operation.contains("/filings/") ? "filingId" : "id"));
            }
        }
    }

    @Test
    void one_about_nothing_is_understood() {
        Map<String, JsonNode> bodies = CommittedApi.bodies();
        theDemoFund();
        for (String operation : OF_NOTHING) {
            Response answer = send(operation, bodies, MADE_UP);
            assertThat(answer.statusCode())
                    .as("%s: %s", operation, answer.asString())
                    .isIn(404, 422);
        }
    }

    /** What the demo fund has of what the examples speak of. */
    private static void theDemoFund() {
        Requests.establishments();
        Map<String, Object> member = Map.of(
                "memberNumber",
                MEMBER,
                "name",
                "見本　高志",
                "birthDate",
                "1980-01-01",
                "establishmentNumber",
                Requests.BOTH_FIXED,
                "acquiredOn",
                "2015-04-01",
                "firstBaseSalary",
                300_000);
        Requests.post(
                LocalParts.asOfficer(),
                "/take-over/members",
                "demo-member",
                Map.of(
                        "controlTotals",
                        Map.of("members", 1, "firstBaseSalaryTotal", 300_000, "secondBaseSalaryTotal", 5_000),
                        "members",
                        List.of(member)));
        Requests.post(
                LocalParts.asOfficer(),
                "/consultants",
                "demo-consultant",
                Map.of("code", "13000001", "name", "架空社会保険労務士事務所"));
    }

    private static Response send(String operation, Map<String, JsonNode> bodies, String id) {
        String path = operation.substring(operation.indexOf(' ') + 1);
        for (Map.Entry<String, String> parameter : PARAMETERS.entrySet()) {
            path = path.replace(parameter.getKey(), parameter.getValue());
        }
        RequestSpecification caller =
                operation.contains("{memberNumber}") ? LocalParts.asMember(MEMBER) : LocalParts.asOfficer();
        RequestSpecification request = RestAssured.given()
                .spec(caller)
                .contentType(ContentType.JSON)
                .body(body(operation, bodies).replace(MADE_UP, id));
        if (operation.startsWith("PUT")) {
            return request.put(path.replace(MADE_UP, id));
        }
        return request.header("Idempotency-Key", UUID.randomUUID().toString()).post(path.replace(MADE_UP, id));
    }

    private static String body(String operation, Map<String, JsonNode> bodies) {
        return Objects.requireNonNull(bodies.get(operation)).toString();
    }
}
