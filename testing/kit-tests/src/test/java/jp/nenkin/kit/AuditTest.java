package jp.nenkin.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(LocalParts.class)
class AuditTest {
    private static final String SITE = "1000031";

    @Test
    void a_member_sees_who_was_told_about_him_and_no_reading_of_his_own() {
        String me = "0000003101";
        read(LocalParts.asOfficer(), "/trials/people/" + me, 200);
        read(LocalParts.asEstablishment(SITE), "/trials/people?number=0000003102&number=" + me, 200);
        read(LocalParts.asMember(me), "/trials/people/" + me, 200);
        read(LocalParts.asEstablishment(SITE), "/trials/people/" + me, 403);

        List<Map<String, Object>> looks = LocalParts.asMember(me)
                .get("/members/{me}/looks", me)
                .then()
                .statusCode(200)
                .extract()
                .path("looks");

        assertThat(looks)
                .extracting(look -> look.get("role") + " " + look.get("operation"))
                .containsExactly("establishment GET /trials/people", "officer GET /trials/people/{memberNumber}");
        assertThat(looks.getFirst()).containsEntry("establishmentNumber", SITE);
        assertThat(looks.getLast()).doesNotContainKey("establishmentNumber");
    }

    @Test
    void an_officer_sees_every_command_and_every_look_and_who_was_refused() {
        String member = "0000003103";
        String caller = "establishment";
        make(LocalParts.asEstablishment(SITE), SITE, 201);
        make(LocalParts.asEstablishment(SITE), "1000032", 403);
        read(LocalParts.asEstablishment(SITE), "/trials/people/" + member, 403);
        read(LocalParts.asEstablishment(SITE), "/trials/today", 200);
        String id = LocalParts.asOfficer()
                .get("/audit-entries?memberNumber=" + member)
                .path("entries[0].caller");

        List<Map<String, Object>> entries = LocalParts.asOfficer()
                .queryParam("caller", id)
                .get("/audit-entries")
                .then()
                .statusCode(200)
                .extract()
                .path("entries");

        assertThat(entries.subList(0, 3))
                .allSatisfy(entry -> assertThat(entry)
                        .containsEntry("role", caller)
                        .containsEntry("establishmentNumber", SITE)
                        .containsEntry("caller", id))
                .extracting(entry -> entry.get("operation") + " " + entry.get("members") + " " + entry.get("status"))
                .containsExactly(
                        "GET /trials/people/{memberNumber} [" + member + "] 403",
                        "POST /trials [] 403",
                        "POST /trials [] 201");
    }

    @Test
    void pages_go_on_before_the_last_entry_of_the_page_before() {
        String member = "0000003104";
        Sql.run("""
                INSERT INTO audit_entry (at, caller, role, operation, members, status)
                SELECT now(), 'fund/one', 'officer', 'GET /', ARRAY[?], 200 FROM generate_series(1, 101)
                """, member);
        String path = "/members/" + member + "/looks";
        Long next = LocalParts.asMember(member).get(path).jsonPath().getLong("next");
        List<?> rest = LocalParts.asMember(member)
                .queryParam("before", next)
                .get(path)
                .then()
                .statusCode(200)
                .extract()
                .path("looks");
        assertThat(rest).hasSize(1);
    }

    @Test
    void only_officers_see_the_audit_and_only_he_himself_who_looked() {
        read(LocalParts.asEstablishment(SITE), "/audit-entries", 403);
        read(LocalParts.asMember("0000003105"), "/audit-entries", 403);
        read(LocalParts.anonymous(), "/audit-entries", 401);
        read(LocalParts.asMember("0000003105"), "/members/0000003106/looks", 403);
        read(LocalParts.asEstablishment(SITE), "/members/0000003106/looks", 403);
        read(LocalParts.asOfficer(), "/members/0000003106/looks", 200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE audit_entry SET caller = 'nobody'",
                "DELETE FROM audit_entry",
                "TRUNCATE audit_entry",
                """
                INSERT INTO audit_entry (at, caller, role, establishment, operation, members, status)
                VALUES (now(), 'fund/another', 'officer', NULL, 'GET /', '{}', 200)
                """
            })
    void the_service_can_change_no_entry_and_add_none_for_another(String change) throws SQLException {
        try (Connection service = LocalParts.databaseAsService();
                Statement statement = service.createStatement()) {
            statement.execute("SELECT set_config('app.role', 'officer', false), set_config('app.caller', 'me', false)");
            assertThatThrownBy(() -> statement.execute(change)).isInstanceOf(SQLException.class);
        }
    }

    private static void read(RequestSpecification caller, String path, int status) {
        caller.get(path).then().statusCode(status);
    }

    private static void make(RequestSpecification caller, String site, int status) {
        caller.header("Idempotency-Key", "audit-" + site)
                .contentType(ContentType.JSON)
                .body(Map.of("establishmentNumber", site, "name", "audited"))
                .post("/trials")
                .then()
                .statusCode(status);
    }
}
