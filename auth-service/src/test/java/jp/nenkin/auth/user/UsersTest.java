package jp.nenkin.auth.user;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;
import static jp.nenkin.kit.Refusals.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import jp.nenkin.auth.LocalUsers;
import jp.nenkin.auth.Neighbourhood;
import jp.nenkin.auth.keycloak.KeycloakOutage;
import jp.nenkin.auth.keycloak.KeycloakUsers;
import jp.nenkin.auth.keycloak.KnownUser;
import jp.nenkin.auth.keycloak.Realm;
import jp.nenkin.keycloak.DemoClient;
import jp.nenkin.keycloak.DemoPerson;
import jp.nenkin.kit.LocalParts;
import jp.nenkin.kit.Sql;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(LocalParts.class)
@WithTestResource(Neighbourhood.class)
class UsersTest {
    private static final String OFFICERS = "/officers";
    private static final String NOBODY = new UUID(7, 7).toString();

    @Inject
    KeycloakUsers keycloak;

    /** So that nobody whom a test ends is the last one. */
    @BeforeAll
    static void two_officers_for_everything() {
        for (String loginId : List.of("always-1", "always-2")) {
            String id = id(
                    post(LocalParts.asOfficer(), OFFICERS, "key-" + loginId, officer(loginId, "OPERATOR", "APPROVER"))
                            .statusCode(201));
            approve(id).statusCode(200);
        }
    }

    @Test
    void an_officer_is_made_suspended_let_act_again_and_ended() {
        ValidatableResponse made =
                make(OFFICERS, officer("Hanako.Ichi", "OPERATOR")).body("loginId", equalTo("hanako.ichi"));
        made.body("oneTimePassword", matchesPattern("[A-Za-z2-9]{20}"));
        String id = id(made);
        KnownUser known = keycloak.find(Realm.FUND, "hanako.ichi").orElseThrow();
        assertThat(known.enabled()).as("nobody has approved it yet").isFalse();
        awaitRoles(Realm.FUND, known.id(), "officer", "operator");
        assertThat(LocalUsers.user("fund", known.id()).getList("requiredActions", String.class))
                .containsExactlyInAnyOrder("UPDATE_PASSWORD", "CONFIGURE_TOTP");

        approve(id).statusCode(200).body("state", equalTo("ACTIVE"));
        awaitEnabled("hanako.ichi", true);
        session("fund", known.id());
        act(OFFICERS, id, "suspension").statusCode(200).body("state", equalTo("SUSPENDED"));
        assertThat(sessions(known.id())).as("ended with the answer").isZero();
        awaitEnabled("hanako.ichi", false);
        refused(act(OFFICERS, id, "suspension"), 409, "user-suspended");
        act(OFFICERS, id, "reinstatement").statusCode(200).body("state", equalTo("ACTIVE"));
        awaitEnabled("hanako.ichi", true);
        refused(act(OFFICERS, id, "reinstatement"), 409, "user-not-suspended");

        session("fund", known.id());
        act(OFFICERS, id, "ending")
                .statusCode(200)
                .body("state", equalTo("ENDED"))
                .body("history.step", contains("CREATED", "APPROVED", "SUSPENDED", "REINSTATED", "ENDED"))
                .body("history.by", everyItem(matchesPattern("system/.+")));
        assertThat(sessions(known.id())).isZero();
        awaitEnabled("hanako.ichi", false);
        refused(act(OFFICERS, id, "reinstatement"), 409, "user-ended");
        refused(
                post(LocalParts.asOfficer(), OFFICERS, key(), officer("HANAKO.ichi", "OPERATOR")),
                409,
                "login-id-taken");
        get(LocalParts.asAuditor(), OFFICERS)
                .statusCode(200)
                .body("users.id", hasItem(id))
                .body("users.oneTimePassword", everyItem(nullValue()));
    }

    @Test
    void what_an_officer_may_is_approved_by_a_second_person() {
        String id = id(make(OFFICERS, officer("alone", "APPROVER")).body("state", equalTo("PROPOSED")));
        DemoClient operator = DemoClient.officer("only-operator", "operator");

        refused(act(OFFICERS, id, "approval"), 409, "same-officer");
        refused(act(LocalParts.as(operator), OFFICERS, id, "approval"), 403, "forbidden");
        refused(act(OFFICERS, id, "suspension"), 409, "user-proposed");
        refused(act(OFFICERS, id, "reinstatement"), 409, "user-not-suspended");
        approve(id).statusCode(200).body("history.step", contains("CREATED", "APPROVED"));
        refused(approve(id), 409, "user-not-proposed");

        Map<String, Object> more = Map.of("roles", List.of("APPROVER", "OPERATOR"));
        setRoles(LocalParts.as(operator), OFFICERS, id, "\"2\"", more)
                .statusCode(200)
                .body("state", equalTo("PROPOSED"));
        awaitEnabled("alone", false);
        act(OFFICERS, id, "approval").statusCode(200).body("state", equalTo("ACTIVE"));
        awaitEnabled("alone", true);
        act(OFFICERS, id, "suspension").statusCode(200);
        refused(setRoles(LocalParts.asOfficer(), OFFICERS, id, "\"5\"", more), 409, "user-suspended");
        act(OFFICERS, id, "ending").statusCode(200);
        refused(approve(id), 409, "user-ended");
    }

    @Test
    void roles_are_given_at_the_version_that_was_read() {
        ValidatableResponse made = make(OFFICERS, officer("hanako-2", "OPERATOR", "APPROVER"));
        String id = id(made);
        approve(id).statusCode(200);
        String subject = keycloak.find(Realm.FUND, "hanako-2").orElseThrow().id();
        session("fund", subject);
        Map<String, Object> roles = Map.of("roles", List.of("AUDITOR"));

        refused(setRoles(LocalParts.asOfficer(), OFFICERS, id, null, roles), 428, "if-match-missing");
        refused(setRoles(LocalParts.asOfficer(), OFFICERS, id, "1", roles), 428, "if-match-missing");
        setRoles(LocalParts.asOfficer(), OFFICERS, id, "\"2\"", roles)
                .statusCode(200)
                .body("roles", contains("AUDITOR"))
                .body("version", equalTo(3));
        refused(setRoles(LocalParts.asOfficer(), OFFICERS, id, "\"1\"", roles), 412, "user-changed-meanwhile");
        refused(setRoles(LocalParts.asOfficer(), OFFICERS, id, "\"3\"", Map.of("roles", List.of())), 400, "invalid");

        assertThat(sessions(subject)).isZero();
        awaitRoles(Realm.FUND, subject, "officer", "auditor");
    }

    @Test
    void nobody_ends_himself() {
        DemoClient himself = new DemoClient("fund", "himself", List.of("officer", "operator", "approver"), Map.of());
        String id = id(make(OFFICERS, officer("himself", "OPERATOR")));
        // No password opens a token to a test, so his row gets the subject of a program.
        Sql.run("UPDATE user_account SET keycloak_id = ? WHERE id = ?::uuid", subject(himself), id);

        for (String act : List.of("approval", "suspension", "ending")) {
            refused(act(LocalParts.as(himself), OFFICERS, id, act), 409, "own-account");
        }
        refused(
                setRoles(LocalParts.as(himself), OFFICERS, id, "\"1\"", Map.of("roles", List.of("APPROVER"))),
                409,
                "own-account");
        act(OFFICERS, id, "ending").statusCode(200);
    }

    @Test
    void an_employers_first_user_administers_and_none_signs_in_before_his_certificate() {
        String users = "/establishments/4100001/users";
        refused(post(LocalParts.asOfficer(), users, key(), person("tanto01", "CLERK")), 409, "administrator-first");
        ValidatableResponse made =
                make(users, person("Kanri01", "ADMINISTRATOR", "APPROVER")).body("oneTimePassword", nullValue());
        make(users, person("tanto01", "CLERK"));
        make("/consultants/41000001/users", person("sharoshi1", "ADMINISTRATOR", "CLERK"));

        KnownUser known = keycloak.find(Realm.EMPLOYER, "kanri01").orElseThrow();
        assertThat(known.attributes()).containsEntry("establishmentNumber", "4100001");
        awaitRoles(Realm.EMPLOYER, known.id(), "establishment", "administrator", "approver");
        await().atMost(30, SECONDS)
                .untilAsserted(() -> assertThat(keycloak.find(Realm.EMPLOYER, "kanri01")
                                .orElseThrow()
                                .enabled())
                        .isFalse());
        String consultants =
                keycloak.find(Realm.EMPLOYER, "sharoshi1").orElseThrow().id();
        awaitRoles(Realm.EMPLOYER, consultants, "consultant", "administrator", "clerk");

        act(users, id(made), "suspension").statusCode(200);
        act(users, id(made), "reinstatement").statusCode(200);
        refused(act("/establishments/4100002/users", id(made), "ending"), 404, "not-found");
        refused(act("/consultants/41000001/users", id(made), "ending"), 404, "not-found");
        refused(
                post(
                        LocalParts.asOfficer(),
                        "/establishments/4100002/users",
                        key(),
                        person("KANRI01", "ADMINISTRATOR")),
                409,
                "login-id-taken");
        get(LocalParts.asOfficer(), users).body("users.loginId", contains("kanri01", "tanto01"));
        get(LocalParts.asOfficer(), "/establishments/4100002/users").body("users", equalTo(List.of()));
    }

    @Test
    void a_repeated_request_makes_one_user_and_tells_the_password_once() {
        String key = key();
        Map<String, Object> body = officer("once-only", "AUDITOR");
        String password = post(LocalParts.asOfficer(), OFFICERS, key, body)
                .statusCode(201)
                .extract()
                .path("oneTimePassword");
        post(LocalParts.asOfficer(), OFFICERS, key, body)
                .statusCode(201)
                .body("loginId", equalTo("once-only"))
                .body("oneTimePassword", nullValue());
        assertThat(Sql.column("SELECT body FROM idempotency_record WHERE key = ?", key))
                .singleElement()
                .asString()
                .doesNotContain(password);
    }

    @Test
    void of_two_who_want_one_login_id_one_gets_it() throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            List<Future<Integer>> answers = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                Map<String, Object> body = officer(i % 2 == 0 ? "Wanted" : "wanted", "AUDITOR");
                answers.add(threads.submit(() -> post(LocalParts.asOfficer(), OFFICERS, key(), body)
                        .extract()
                        .statusCode()));
            }
            List<Integer> statuses = new ArrayList<>();
            for (Future<Integer> answer : answers) {
                statuses.add(answer.get());
            }
            assertThat(statuses).containsExactlyInAnyOrder(201, 409, 409, 409);
        }
    }

    @Test
    void while_keycloak_is_away_nobody_is_made() {
        String key = key();
        Map<String, Object> body = officer("later", "AUDITOR");
        KeycloakOutage.duringThisTest();
        refused(post(LocalParts.asOfficer(), OFFICERS, key, body), 503, "unavailable");
        get(LocalParts.asOfficer(), OFFICERS).body("users.loginId", not(hasItem("later")));
    }

    @Test
    void who_was_killed_between_keycloak_and_the_database_goes_on_with_the_same_user() {
        Map<String, Object> body = officer("halfway", "AUDITOR");
        String id = id(make(OFFICERS, body));
        Sql.run("DELETE FROM user_version WHERE user_id = ?::uuid", id);
        Sql.run("UPDATE user_account SET keycloak_id = NULL WHERE id = ?::uuid", id);
        get(LocalParts.asOfficer(), OFFICERS).body("users.loginId", not(hasItem("halfway")));

        make(OFFICERS, body).body("id", equalTo(id)).body("oneTimePassword", matchesPattern("[A-Za-z2-9]{20}"));
    }

    @Test
    void a_user_of_keycloaks_that_is_not_ours_is_left_alone() {
        LocalParts.password(DemoPerson.officerA());
        refused(post(LocalParts.asOfficer(), OFFICERS, key(), officer("officer-a", "AUDITOR")), 409, "login-id-taken");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ab", "", "has space", "職員の一人", "a/b", "a\"b"})
    void a_login_id_of_another_form_is_told_by_field(String loginId) {
        refused(post(LocalParts.asOfficer(), OFFICERS, key(), officer(loginId, "AUDITOR")), 400, "invalid")
                .body("errors.field", hasItem("loginId"));
    }

    @Test
    void the_borders_of_an_employers_user_id() {
        String users = "/establishments/4100003/users";
        make(users, person("a", "ADMINISTRATOR"));
        make(users, person("a234567890123456", "CLERK"));
        for (String loginId : List.of("", "a2345678901234567", "a-b", "ab１", "a b", "a.b")) {
            refused(post(LocalParts.asOfficer(), users, key(), person(loginId, "CLERK")), 400, "invalid")
                    .body("errors.field", hasItem("loginId"));
        }
        refused(post(LocalParts.asOfficer(), users, key(), person("ok", "OPERATOR")), 400, "invalid");
        refused(
                post(LocalParts.asOfficer(), "/establishments/410000/users", key(), person("ok", "CLERK")),
                400,
                "invalid");
    }

    static Stream<String> roots() {
        return Stream.of(OFFICERS, "/establishments/4100009/users", "/consultants/41000009/users");
    }

    @ParameterizedTest
    @MethodSource("roots")
    void only_operators_keep_users_and_only_officers_see_them(String root) {
        Map<String, Object> body =
                root.equals(OFFICERS) ? officer("stranger", "AUDITOR") : person("stranger", "ADMINISTRATOR");
        Map<String, Object> roles = Map.of("roles", List.of(root.equals(OFFICERS) ? "AUDITOR" : "CLERK"));
        List<RequestSpecification> strangers = List.of(
                LocalParts.asEstablishment("4100009"),
                LocalParts.asConsultant("41000009"),
                LocalParts.asMember("0000004100"));
        List<RequestSpecification> readers =
                List.of(LocalParts.asAuditor(), LocalParts.as(DemoClient.officer("only-approver", "approver")));
        Stream.concat(strangers.stream(), readers.stream()).forEach(caller -> {
            refused(post(caller, root, key(), body), 403, "forbidden");
            for (String act : List.of("suspension", "reinstatement", "ending")) {
                refused(act(caller, root, NOBODY, act), 403, "forbidden");
            }
            refused(setRoles(caller, root, NOBODY, "\"1\"", roles), 403, "forbidden");
        });
        strangers.forEach(caller -> refused(get(caller, root), 403, "forbidden"));
        readers.forEach(caller -> get(caller, root).statusCode(200));
        refused(get(LocalParts.anonymous(), root), 401, "unauthorized");
        refused(post(LocalParts.anonymous(), root, key(), body), 401, "unauthorized");
        refused(act(root, NOBODY, "ending"), 404, "not-found");
    }

    private void awaitEnabled(String loginId, boolean enabled) {
        await().atMost(30, SECONDS)
                .untilAsserted(() -> assertThat(
                                keycloak.find(Realm.FUND, loginId).orElseThrow().enabled())
                        .isEqualTo(enabled));
    }

    private static void awaitRoles(Realm realm, String id, String... roles) {
        // One role there is of Keycloak's own.
        await().atMost(30, SECONDS)
                .untilAsserted(() -> assertThat(LocalUsers.rolesOf(realm.label(), id))
                        .filteredOn(role -> !role.startsWith("default-roles-"))
                        .containsExactlyInAnyOrder(roles));
    }

    private static String subject(DemoClient client) {
        String payload = LocalParts.token(client).split("\\.", -1)[1];
        return JsonPath.from(new String(Base64.getUrlDecoder().decode(payload), UTF_8))
                .getString("sub");
    }

    private static void session(String realm, String subject) {
        Sql.run("""
                INSERT INTO edge_session (id_hash, realm, subject, keycloak_session, csrf_token, tokens, token_ends_at,
                                          created_at, last_used_at, ends_at)
                SELECT sha256(gen_random_uuid()::text::bytea), ?, ?, 'keycloak', 'csrf', '\\x00', t,
                       t, t, t + interval '1 hour'
                  FROM (SELECT now() AS t) AS at
                """, realm, subject);
    }

    private static long sessions(String subject) {
        return Sql.number("SELECT count(*) FROM edge_session WHERE subject = ?", subject);
    }

    private static Map<String, Object> officer(String loginId, String... roles) {
        return Map.of("loginId", loginId, "familyName", "職員", "givenName", "花子", "roles", List.of(roles));
    }

    private static Map<String, Object> person(String loginId, String... roles) {
        return Map.of("loginId", loginId, "familyName", "担当", "givenName", "一郎", "roles", List.of(roles));
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }

    private static String id(ValidatableResponse made) {
        return made.extract().path("id");
    }

    private static ValidatableResponse make(String root, Map<String, Object> body) {
        return post(LocalParts.asOfficer(), root, key(), body).statusCode(201);
    }

    private static ValidatableResponse approve(String id) {
        return act(LocalParts.asOtherOfficer(), OFFICERS, id, "approval");
    }

    private static ValidatableResponse act(String root, String id, String act) {
        return act(LocalParts.asOfficer(), root, id, act);
    }

    private static ValidatableResponse act(RequestSpecification caller, String root, String id, String act) {
        return post(caller, root + "/" + id + "/" + act, key(), Map.of());
    }

    private static ValidatableResponse post(
            RequestSpecification caller, String path, String key, Map<String, Object> body) {
        return RestAssured.given()
                .spec(caller)
                .header("Idempotency-Key", key)
                .body(body)
                .post(path)
                .then();
    }

    private static ValidatableResponse setRoles(
            RequestSpecification caller, String root, String id, @Nullable String version, Map<String, Object> body) {
        RequestSpecification request = RestAssured.given().spec(caller).body(body);
        return (version == null ? request : request.header("If-Match", version))
                .put(root + "/" + id + "/roles")
                .then();
    }

    private static ValidatableResponse get(RequestSpecification caller, String path) {
        return RestAssured.given().spec(caller).get(path).then();
    }
}
