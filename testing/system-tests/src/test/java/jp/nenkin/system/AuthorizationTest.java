package jp.nenkin.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import jp.nenkin.events.EventJson;
import jp.nenkin.keycloak.DemoClient;
import jp.nenkin.local.Program;
import jp.nenkin.local.demo.DemoFund;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Walks through every operation that a service has promised and tries to do what the caller may not. */
@ExtendWith(FundExtension.class)
class AuthorizationTest {
    @Test
    void every_promised_operation_is_walked_and_no_other() {
        assertThat(Operation.promised())
                .hasSizeGreaterThan(35)
                .containsExactlyInAnyOrderElementsOf(Walk.all().keySet());
    }

    @TestFactory
    @Execution(ExecutionMode.CONCURRENT)
    Stream<DynamicTest> without_a_token_nobody_gets_in(Fund fund) {
        return walks(fund).entrySet().stream()
                .filter(walk -> walk.getValue().right() != Walk.Right.ANYBODY)
                .map(walk -> dynamicTest(walk.getKey() + " without a token", () -> {
                    Response answer =
                            call(fund, fund.api().asNobody(walk.getKey().program()), walk.getKey(), walk.getValue());
                    assertRefused(answer, walk.getValue().right().toNobody());
                }));
    }

    @TestFactory
    @Execution(ExecutionMode.CONCURRENT)
    Stream<DynamicTest> a_token_opens_only_what_its_owner_may_see_and_do(Fund fund) {
        return walks(fund).entrySet().stream()
                .flatMap(walk -> walk.getValue().right().strangers().stream()
                        .map(stranger -> dynamicTest(walk.getKey() + " as " + stranger.clientId(), () -> {
                            Response answer = call(fund, stranger, walk.getKey(), walk.getValue());
                            if (answer.statusCode() == 404) {
                                assertRefused(answer, 404, "not-found");
                            } else {
                                assertRefused(answer, walk.getValue().right().toStranger());
                            }
                        })));
    }

    @TestFactory
    @Execution(ExecutionMode.CONCURRENT)
    Stream<DynamicTest> what_anybody_may_ask_a_token_makes_no_different(Fund fund) {
        return walks(fund).entrySet().stream()
                .filter(walk -> walk.getValue().right() == Walk.Right.ANYBODY)
                .map(walk -> dynamicTest(walk.getKey() + " with and without a token", () -> {
                    Operation operation = walk.getKey();
                    Response known = call(fund, DemoClient.member(Walk.MEMBER), operation, walk.getValue());
                    Response unknown = call(fund, fund.api().asNobody(operation.program()), operation, walk.getValue());
                    assertThat(unknown.statusCode())
                            .isNotIn(401, 403, 404, 405, 500)
                            .isEqualTo(known.statusCode());
                }));
    }

    @TestFactory
    @Execution(ExecutionMode.CONCURRENT)
    Stream<DynamicTest> an_auditor_changes_nothing(Fund fund) {
        return walks(fund).entrySet().stream()
                .filter(walk -> !walk.getKey().method().equals("GET"))
                .filter(walk -> walk.getValue().right() != Walk.Right.ANYBODY)
                .map(walk -> dynamicTest(walk.getKey() + " as auditor", () -> {
                    Response answer = call(fund, DemoClient.auditor(), walk.getKey(), walk.getValue());
                    assertRefused(answer, walk.getValue().right().toStranger());
                }));
    }

    @TestFactory
    @Execution(ExecutionMode.CONCURRENT)
    Stream<DynamicTest> who_has_the_right_reads(Fund fund) {
        return walks(fund).entrySet().stream()
                .filter(walk -> walk.getKey().method().equals("GET"))
                .filter(walk -> !walk.getValue().parametersOf(walk.getKey()).containsValue(Walk.NOBODYS_ID))
                // The member is one who has not left, so there is no quote to read.
                .filter(walk -> !walk.getKey().path().endsWith("{quote}"))
                // Nor has he told an account.
                .filter(walk -> !walk.getKey().path().endsWith("/bank-account"))
                .flatMap(walk -> walk.getValue().right().entitled().stream()
                        .map(entitled -> dynamicTest(walk.getKey() + " as " + entitled.clientId(), () -> {
                            Response answer = call(fund, entitled, walk.getKey(), walk.getValue());
                            assertThat(answer.statusCode()).isEqualTo(200);
                        })));
    }

    @Test
    void a_rate_is_approved_by_another_officer_than_its_proposer(Fund fund) {
        Operation proposing = new Operation(Program.LEDGER, "POST", "/rate-proposals");
        String proposal = fund.api()
                .command(
                        DemoClient.officerA(),
                        Program.LEDGER,
                        proposing.shownBody().orElseThrow().toString())
                .post(proposing.path())
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        Response answer = fund.api()
                .command(DemoClient.officerA(), Program.LEDGER, Map.of())
                .post("/rate-proposals/{id}/approval", proposal);
        assertRefused(answer, 409, "same-officer");
    }

    @Test
    void paper_is_entered_by_officers_alone(Fund fund) {
        Map<String, Object> body = new HashMap<>(Map.of(
                "establishmentNumber", Walk.ESTABLISHMENT,
                "memberNumber", Walk.MEMBER,
                "lostOn", "2026-06-01",
                "cause", "RETIREMENT",
                "channel", "PAPER",
                "receivedOn", "2026-06-10"));
        Response answer = fund.api()
                .command(DemoClient.establishment(Walk.ESTABLISHMENT), Program.MEMBER, body)
                .post("/filings/losses");
        assertRefused(answer, 403, "paper-by-officers-only");
    }

    /** All walks, the one to a filing to one that exists. */
    private static Map<Operation, Walk> walks(Fund fund) {
        Map<Operation, Walk> walks = Walk.all();
        List<String> filings = fund.api()
                .as(DemoClient.officerA(), Program.MEMBER)
                .get("/members/{member}", Walk.MEMBER)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("memberships.filingId", String.class);
        walks.computeIfPresent(
                new Operation(Program.MEMBER, "GET", "/filings/{id}"), (_, walk) -> walk.about(filings.getFirst()));
        return walks;
    }

    private static Response call(Fund fund, DemoClient caller, Operation operation, Walk walk) {
        return call(fund, fund.api().as(caller, operation.program()), operation, walk);
    }

    private static Response call(Fund fund, RequestSpecification request, Operation operation, Walk walk) {
        if (operation.path().endsWith("/differences")) {
            request.queryParam("from", "2026-04-01T09:00:00+09:00");
        }
        if (operation.path().endsWith("/quote")) {
            request.queryParam("kind", "LEAVING").queryParam("on", "2026-06-01").queryParam("rate", "2.5");
        }
        if (operation.path().equals("/due-filings")) {
            request.queryParam("establishmentNumber", Walk.ESTABLISHMENT).queryParam("until", "2026-06-01");
        }
        if (operation.path().startsWith("/filing-files") && !operation.path().contains("{id}")) {
            request.queryParam("establishmentNumber", Walk.ESTABLISHMENT);
        }
        if (operation.path().equals("/consultant-files")) {
            request.queryParam("consultantCode", DemoFund.CONSULTANT);
        }
        if (operation.method().equals("POST")) {
            request.header("Idempotency-Key", fund.api().newKey());
        }
        operation
                .shownBody()
                .ifPresent(body -> request.contentType(ContentType.JSON).body(body.toString()));
        if (operation.takesFile()) {
            request.contentType(ContentType.BINARY).body(new byte[] {'?'});
        }
        return request.pathParams(walk.parametersOf(operation)).request(operation.method(), operation.path());
    }

    private static void assertRefused(Response answer, Walk.Refusal refusal) {
        assertRefused(answer, refusal.status, refusal.code);
    }

    private static void assertRefused(Response answer, int status, String code) {
        answer.then().statusCode(status).contentType("application/problem+json");
        try {
            // Not by a path of REST Assured's: each is a script, compiled anew.
            JsonNode problem = EventJson.mapper().readTree(answer.asByteArray());
            assertThat(problem.path("code").asText()).isEqualTo(code);
            assertThat(problem.path("status").asInt()).isEqualTo(status);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }
}
