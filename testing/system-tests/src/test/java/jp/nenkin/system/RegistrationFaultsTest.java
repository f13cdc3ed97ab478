package jp.nenkin.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.restassured.response.Response;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import jp.nenkin.keycloak.DemoClient;
import jp.nenkin.local.DataFolder;
import jp.nenkin.local.KeycloakServer;
import jp.nenkin.local.LocalOptions;
import jp.nenkin.local.LocalSystem;
import jp.nenkin.local.Ports;
import jp.nenkin.local.Program;
import jp.nenkin.local.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Keycloak goes away and comes back, and auth-service is killed between its answer and the commit. */
@EnabledIfSystemProperty(named = "long", matches = ".*")
class RegistrationFaultsTest {
    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final DemoClient OFFICER = DemoClient.officerA();
    private static final String SITE = "9000001";
    private static final String BORN = "1980-04-01";
    private static final String PASSWORD = "yamabuki71";

    @Test
    void a_registration_loses_nothing_and_leaves_nobody_behind() throws Exception {
        Path data = Fund.newFolder();
        LocalOptions options = LocalOptions.forTests(data).withClockStart(Instant.parse("2026-06-15T00:00:00Z"));
        try (Progress progress = Progress.to(line -> System.out.println(line));
                LocalSystem system = LocalSystem.start(membersAndLogins(options), progress)) {
            Api api = new Api(system.running());
            employer(api);
            keycloakIsAwayAndComesBack(system, api);
        } finally {
            DataFolder.at(data).delete();
        }
    }

    private static void keycloakIsAwayAndComesBack(LocalSystem system, Api api) throws SQLException {
        String number = enrolled(api, "登録 花子");
        String ticket = ticket(api, number, "away.and.back");
        system.keycloak().kill();
        Response refused = complete(api, ticket);
        assertThat(refused.statusCode()).isEqualTo(503);
        assertThat(refused.jsonPath().getString("code")).isEqualTo("unavailable");
        assertThat(signIn(api).getHeader("Location")).endsWith("/?sign-in=unavailable");
        Ports ports = system.running().ports();
        try (KeycloakServer again = KeycloakServer.start(
                system.running().folder(), ports.keycloak(), ports.keycloakManagement(), system.postgres())) {
            assertThat(again.url()).isEqualTo(system.keycloak().url());
            await().atMost(LIMIT).until(() -> complete(api, ticket).statusCode() == 201);
            assertThat(signIn(api).statusCode()).isEqualTo(302);
            killedBeforeTheCommit(system, api);
        }
    }

    private static void killedBeforeTheCommit(LocalSystem system, Api api) throws SQLException {
        String number = enrolled(api, "登録 次郎");
        String ticket = ticket(api, number, "killed.between");
        commitsTakeLong(system);
        CompletableFuture<Response> sending = CompletableFuture.supplyAsync(() -> complete(api, ticket));
        await().atMost(LIMIT).pollInterval(Duration.ofMillis(20)).until(() -> isCommitting(system));
        system.service(Program.AUTH).kill();
        assertThat(sending).failsWithin(LIMIT);
        run(system, "DROP TRIGGER slow ON auth.login_account");
        system.service(Program.AUTH).start();
        assertThat(complete(api, ticket).statusCode()).isEqualTo(201);
        assertThat(complete(api, ticket).statusCode()).isEqualTo(201);
        assertThat(column(system, "SELECT state FROM auth.login_account WHERE member_number = '" + number + "'"))
                .containsExactly("REGISTERED");
        assertThat(column(system, "SELECT type FROM auth.outbox WHERE key = '" + number + "'"))
                .containsExactly("jp.nenkin.auth.LoginIdRegistered.v1");
    }

    private static LocalOptions membersAndLogins(LocalOptions options) {
        return options.withJars(Map.of(
                Program.MEMBER, Objects.requireNonNull(options.jars().get(Program.MEMBER)),
                Program.AUTH, Objects.requireNonNull(options.jars().get(Program.AUTH))));
    }

    private static void employer(Api api) {
        api.command(OFFICER, Program.MEMBER, Map.of("number", SITE, "name", "登録商事", "plans", List.of("FIRST")))
                .post("/establishments")
                .then()
                .statusCode(201);
    }

    private static String enrolled(Api api, String name) {
        Map<String, Object> body = Map.of(
                "establishmentNumber",
                SITE,
                "name",
                name,
                "birthDate",
                BORN,
                "acquiredOn",
                "2026-06-01",
                "firstBaseSalary",
                300_000,
                "channel",
                "PAPER",
                "receivedOn",
                "2026-06-10");
        return api.command(OFFICER, Program.MEMBER, body)
                .post("/filings/enrolments")
                .then()
                .statusCode(201)
                .extract()
                .path("memberNumber");
    }

    /** Taken as soon as the news of the member has come. */
    private static String ticket(Api api, String number, String loginId) {
        Map<String, String> body = Map.of(
                "consentVersion", "2026-11-01",
                "loginId", loginId,
                "memberNumber", number,
                "birthDate", BORN,
                "language", "JAPANESE");
        // What does not match yet is counted as a try, so the news is waited for.
        Response opened = await().atMost(LIMIT)
                .pollInterval(Duration.ofSeconds(5))
                .until(() -> post(api, "/registrations", body), answer -> answer.statusCode() == 201);
        return opened.jsonPath().getString("ticket");
    }

    private static Response complete(Api api, String ticket) {
        return post(api, "/registrations/completion", Map.of("ticket", ticket, "password", PASSWORD));
    }

    private static Response post(Api api, String path, Map<String, String> body) {
        return api.asNobody(Program.AUTH)
                .contentType("application/json")
                .body(body)
                .post(path);
    }

    private static Response signIn(Api api) {
        return api.asNobody(Program.AUTH).redirects().follow(false).get("/sign-in/member");
    }

    private static void commitsTakeLong(LocalSystem system) throws SQLException {
        run(system, """
                CREATE FUNCTION auth.slow() RETURNS trigger LANGUAGE plpgsql AS
                $$ BEGIN PERFORM pg_sleep(5); RETURN new; END $$
                """);
        run(system, """
                CREATE TRIGGER slow BEFORE UPDATE ON auth.login_account FOR EACH ROW
                WHEN (new.state = 'REGISTERED') EXECUTE FUNCTION auth.slow()
                """);
    }

    private static boolean isCommitting(LocalSystem system) throws SQLException {
        return !column(system, "SELECT query FROM pg_stat_activity WHERE wait_event = 'PgSleep'")
                .isEmpty();
    }

    private static void run(LocalSystem system, String sql) throws SQLException {
        try (Connection connection = system.postgres().connect("auth");
                Statement statement = connection.createStatement()) {
            boolean _ = statement.execute(sql);
        }
    }

    private static List<String> column(LocalSystem system, String sql) throws SQLException {
        try (Connection connection = system.postgres().connect("auth");
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> found = new ArrayList<>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        }
    }
}
