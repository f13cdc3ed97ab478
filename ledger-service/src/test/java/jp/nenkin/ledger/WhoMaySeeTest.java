package jp.nenkin.ledger;

import static jp.nenkin.kit.Refusals.refused;
import static jp.nenkin.ledger.MemberEvents.enrolled;
import static jp.nenkin.ledger.MemberEvents.filed;
import static jp.nenkin.ledger.MemberEvents.say;
import static jp.nenkin.ledger.Requests.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.Method;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import jp.nenkin.events.FilingChannel;
import jp.nenkin.events.FilingType;
import jp.nenkin.kit.CommittedApi;
import jp.nenkin.kit.LocalParts;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who may do what, by every operation of the served description, and who sees which rows below the service. */
@QuarkusTest
@WithTestResource(LocalParts.class)
@WithTestResource(JuneOf2026.class)
class WhoMaySeeTest {
    private static final String MEMBER = "0000007001";
    private static final String OTHER = "0000007002";
    /** A path with its method and the body that is shown for it, as the description has them. */
    private record Operation(Method method, String path, JsonNode body) {
        ValidatableResponse by(RequestSpecification caller) {
            String concrete = path.replace("{memberNumber}", MEMBER)
                    .replace("/seals/{number}", "/seals/1")
                    .replace("{quote}", "1")
                    .replace("{plan}", "FIRST")
                    .replace("{ordinal}", "0")
                    .replace("{fiscalYear}", "2024")
                    .replace("{number}", "1000002")
                    .replace("{month}", "2024-04")
                    .replace("{id}", UUID.randomUUID().toString());
            if (method == Method.POST) {
                caller.header("Idempotency-Key", UUID.randomUUID().toString()).body(body.toString());
            }
            if (path.endsWith("/differences")) {
                caller.queryParam("from", "2026-06-01T09:00:00+09:00");
            }
            return caller.request(method, concrete).then();
        }

        boolean isMembersOwn() {
            return path.contains("{memberNumber}");
        }
    }

    @BeforeEach
    void members() {
        if (get("/members/" + OTHER + "/accounts").extract().statusCode() == 404) {
            for (String member : List.of(MEMBER, OTHER)) {
                say(enrolled(
                        member, "2026-05-01", 300_000, filed(FilingType.ENROLMENT, FilingChannel.DATA, "2026-05-10")));
            }
        }
    }

    @Test
    void every_operation_is_refused_to_who_may_not() {
        List<Operation> operations = operations();
        assertThat(operations).hasSizeGreaterThan(12);
        for (Operation operation : operations) {
            refused(operation.by(Requests.anonymous()), 401, "unauthorized");
            refused(operation.by(LocalParts.asEstablishment(MemberEvents.ESTABLISHMENT)), 403, "forbidden");
            refused(operation.by(LocalParts.asMember(OTHER)), 403, "forbidden");
        }
    }

    @Test
    void a_member_sees_his_own_accounts_and_nothing_else() {
        get(LocalParts.asMember(MEMBER), "/members/" + MEMBER + "/accounts")
                .statusCode(200)
                .body("memberNumber", equalTo(MEMBER))
                .body("accounts.size()", equalTo(1));
        get(LocalParts.asMember(MEMBER), "/members/" + MEMBER + "/accounts/FIRST/0/history")
                .statusCode(200)
                .body("events[0].type", equalTo("jp.nenkin.ledger.AccountOpened.v1"));
        refused(
                get(LocalParts.asMember(MEMBER), "/members/" + MEMBER + "/accounts/SECOND/0/history"),
                404,
                "not-found");
        refused(get(LocalParts.asMember(MEMBER), "/members/" + MEMBER + "/statements/2024"), 404, "not-found");
        for (Operation operation : operations()) {
            if (!operation.isMembersOwn()) {
                refused(operation.by(LocalParts.asMember(MEMBER)), 403, "forbidden");
            }
        }
    }

    @Test
    void an_officer_who_asks_for_nobody_finds_nobody() {
        refused(get("/members/9999999999/accounts"), 404, "not-found");
        refused(get("/members/9999999999/accounts/FIRST/0/history"), 404, "not-found");
        refused(get("/members/9999999999/statements/2024"), 404, "not-found");
        refused(get("/members/12/accounts"), 400, "invalid");
        refused(get("/members/" + MEMBER + "/accounts/THIRD/0/history"), 400, "invalid");
    }

    @Test
    void below_the_service_a_member_sees_his_own_rows_alone() throws SQLException {
        try (Connection service = LocalParts.databaseAsService()) {
            service.setAutoCommit(false);
            assertThat(Database.column(service, "select stream from journal")).isEmpty();
            assertThat(Database.column(service, "select id from stream")).isEmpty();
            scope(service, "member", "", Long.toString(Long.parseLong(MEMBER)));
            assertThat(Database.column(service, "select distinct stream from journal"))
                    .containsExactlyInAnyOrder("70010000", "70011000");
            assertThat(Database.column(service, "select id from stream"))
                    .containsExactlyInAnyOrder("70010000", "70011000");
            for (String leaf : Database.column(
                    service, "select inhrelid::regclass from pg_inherits where inhparent = 'journal'::regclass")) {
                assertThat(Database.column(service, "select distinct stream from " + leaf))
                        .as(leaf)
                        .isSubsetOf("70010000", "70011000");
            }
            scope(service, "establishment", MemberEvents.ESTABLISHMENT, "");
            assertThat(Database.column(service, "select stream from journal")).isEmpty();
            scope(service, "officer", "", "");
            assertThat(Database.column(service, "select distinct stream from journal"))
                    .contains("70011000", "70021000");
            scope(service, "member", "", "7001");
            assertThatThrownBy(() -> Database.run(
                            service,
                            "insert into journal select stream, amount, balance, recorded_at, version + 1, segment,"
                                    + " value_date, type, hash, state, payload from journal"))
                    .hasMessageContaining("row-level security");
        }
    }

    private static void scope(Connection service, String role, String establishment, String member)
            throws SQLException {
        try (PreparedStatement set = service.prepareStatement(
                "select set_config('app.role', ?, true), set_config('app.establishment', ?, true),"
                        + " set_config('app.member', ?, true)")) {
            set.setString(1, role);
            set.setString(2, establishment);
            set.setString(3, member);
            set.execute();
        }
    }

    /** What the service offers, by its own description. */
    private static List<Operation> operations() {
        Map<String, JsonNode> bodies = CommittedApi.bodies();
        JsonPath description = Requests.anonymous()
                .accept("application/json")
                .get("/q/openapi?format=json")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        List<Operation> operations = new ArrayList<>();
        description
                .<Map<String, Map<String, Object>>>get("paths")
                .forEach((path, methods) -> methods.keySet().forEach(each -> {
                    Method method = Method.valueOf(each.toUpperCase(Locale.ROOT));
                    JsonNode body = bodies.getOrDefault(method + " " + path, JsonNodeFactory.instance.objectNode());
                    operations.add(new Operation(method, path, body));
                }));
        return operations;
    }
}
