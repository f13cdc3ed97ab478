package jp.nenkin.auth.edge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jp.nenkin.auth.LocalUsers;
import jp.nenkin.auth.Neighbourhood;
import jp.nenkin.keycloak.DemoPerson;
import jp.nenkin.kit.LocalParts;
import jp.nenkin.kit.Sql;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How long a session lasts, what ends it, and that its tokens are renewed meanwhile. */
@QuarkusTest
@WithTestResource(LocalParts.class)
@WithTestResource(Neighbourhood.class)
class SessionTest {
    private static final AtomicInteger PEOPLE = new AtomicInteger();
    private static final String CALL = "/api/ledger/accounts";

    @SuppressWarnings("NullAway.Init")
    private static Ledger ledger;

    @Inject
    @SuppressWarnings("NullAway.Init")
    SessionJob job;

    @BeforeAll
    static void a_service_is_there() throws Exception {
        ledger = new Ledger();
    }

    @AfterAll
    static void it_goes() {
        ledger.close();
    }

    @BeforeEach
    void forget() {
        ledger.forget();
    }

    /** Somebody whose sessions no other test has touched. */
    private static DemoPerson somebody() {
        return DemoPerson.member("00000003%02d".formatted(PEOPLE.incrementAndGet()), LocalDate.of(1985, 5, 5));
    }

    @Test
    void signing_out_ends_the_session_here_and_in_keycloak() throws SQLException {
        try (Browser browser = Browser.of(somebody())) {
            byte[] hash = browser.idHash();
            String subject = subject(browser);
            long before = keycloakSessions(subject);
            String cookie = browser.cookie();

            assertThat(browser.post("/session/sign-out", "").statusCode()).isEqualTo(204);

            assertThat(rows(hash)).isZero();
            assertThat(keycloakSessions(subject)).isEqualTo(before - 1);
            assertThat(browser.cookie()).isEmpty();
            browser.plant(cookie);
            missing(browser.get("/session"));
            missing(browser.get(CALL));
            assertThat(ledger.asked()).isEmpty();
        }
    }

    @Test
    void signing_out_everywhere_ends_every_browser_of_the_person_and_nobody_elses() throws SQLException {
        DemoPerson person = somebody();
        try (Browser one = Browser.of(person);
                Browser two = Browser.of(person);
                Browser officer = Browser.of(DemoPerson.officer("officer-beside", "D"))) {
            String subject = subject(one);

            assertThat(one.post("/sessions/sign-out", "").statusCode()).isEqualTo(204);

            missing(two.get(CALL));
            missing(one.get("/session"));
            assertThat(keycloakSessions(subject)).isZero();
            assertThat(officer.get(CALL).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void signing_out_is_for_the_portals_page() throws SQLException {
        try (Browser browser = Browser.of(somebody())) {
            String portal = Browser.portal().toString();
            String token = browser.csrfToken();
            for (String path : List.of("/session/sign-out", "/sessions/sign-out")) {
                Stream.of(
                                browser.request(path).header("Origin", portal),
                                browser.request(path).header("X-CSRF-Token", token),
                                browser.request(path)
                                        .header("Origin", "https://evil.example")
                                        .header("X-CSRF-Token", token),
                                browser.request(path).header("Origin", portal).header("X-CSRF-Token", "wrong"))
                        .map(request -> browser.send(request.POST(BodyPublishers.noBody())))
                        .forEach(answer -> {
                            assertThat(answer.statusCode()).isEqualTo(403);
                            assertThat(Browser.json(answer).path("code").asText())
                                    .isEqualTo("csrf-refused");
                        });
            }
            assertThat(rows(browser.idHash())).isEqualTo(1);
        }
    }

    @Test
    void a_session_left_alone_for_half_an_hour_is_over() throws SQLException {
        try (Browser browser = Browser.of(somebody())) {
            set(browser, "created_at = now() - interval '2 hours', last_used_at = now() - interval '29 minutes'");
            assertThat(browser.get("/session").statusCode()).isEqualTo(200);
            assertThat(minutesSinceUse(browser)).as("asking is no use").isEqualTo(29);
            assertThat(browser.get(CALL).statusCode()).isEqualTo(200);
            assertThat(minutesSinceUse(browser)).as("a call is").isZero();

            set(browser, "last_used_at = now() - interval '31 minutes'");
            missing(browser.get(CALL));
            missing(browser.get("/session"));
        }
    }

    @Test
    void use_is_noted_once_a_minute_and_what_a_page_repeats_by_itself_is_none() throws SQLException {
        try (Browser browser = Browser.of(somebody())) {
            set(browser, "created_at = now() - interval '1 hour', last_used_at = now() - interval '30 seconds'");
            String noted = lastUsed(browser);
            assertThat(browser.get(CALL).statusCode()).isEqualTo(200);
            assertThat(lastUsed(browser)).isEqualTo(noted);

            set(browser, "last_used_at = now() - interval '5 minutes'");
            noted = lastUsed(browser);
            assertThat(browser.send(browser.request(CALL).header("Accept", "text/event-stream"))
                            .statusCode())
                    .isEqualTo(200);
            assertThat(lastUsed(browser)).isEqualTo(noted);
        }
    }

    @Test
    void no_session_lasts_longer_than_eight_hours() throws SQLException {
        try (Browser browser = Browser.of(somebody())) {
            set(browser, "created_at = now() - interval '9 hours', ends_at = now() - interval '1 second'");
            missing(browser.get(CALL));
            assertThat(ledger.asked()).isEmpty();
        }
    }

    @Test
    void sessions_that_are_over_are_forgotten() throws SQLException {
        try (Browser idle = Browser.of(somebody());
                Browser old = Browser.of(somebody());
                Browser used = Browser.of(somebody())) {
            set(idle, "created_at = now() - interval '1 hour', last_used_at = now() - interval '31 minutes'");
            set(old, "created_at = now() - interval '9 hours', ends_at = now() - interval '1 second'");

            job.forget();

            assertThat(rows(idle.idHash())).isZero();
            assertThat(rows(old.idHash())).isZero();
            assertThat(rows(used.idHash())).isEqualTo(1);
        }
    }

    @Test
    void of_many_calls_at_once_one_renews_the_tokens() throws Exception {
        try (Browser browser = Browser.of(somebody());
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            assertThat(browser.get(CALL).statusCode()).isEqualTo(200);
            String former = ledger.asked().getFirst().bearer();
            ledger.forget();
            set(browser, "token_ends_at = now() + interval '10 seconds'");

            Callable<Integer> call = () -> browser.get(CALL).statusCode();
            List<Future<Integer>> calls =
                    threads.invokeAll(IntStream.range(0, 20).mapToObj(i -> call).toList());

            for (Future<Integer> one : calls) {
                assertThat(one.get()).isEqualTo(200);
            }
            List<String> bearers =
                    ledger.asked().stream().map(Ledger.Asked::bearer).distinct().toList();
            assertThat(ledger.asked()).hasSize(20);
            assertThat(bearers).hasSize(1).doesNotContain(former);
            // Keycloak takes each refresh token once and ends the session of one that comes again.
            set(browser, "token_ends_at = now() - interval '1 second'");
            assertThat(browser.get(CALL).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void when_keycloak_has_ended_its_session_ours_ends_at_the_next_renewal() throws SQLException {
        try (Browser browser = Browser.of(somebody())) {
            String subject = subject(browser);
            byte[] hash = browser.idHash();
            LocalUsers.endSessionsOf("member", subject);
            set(browser, "token_ends_at = now() + interval '10 seconds'");

            missing(browser.get(CALL));

            assertThat(rows(hash)).isZero();
            assertThat(ledger.asked()).isEmpty();
        }
    }

    @Test
    void tokens_open_in_their_own_row_alone() throws SQLException {
        try (Browser one = Browser.of(somebody());
                Browser other = Browser.of(DemoPerson.officer("officer-other", "E"))) {
            assertThat(Sql.run(
                            "update edge_session set tokens = (select tokens from edge_session where id_hash = ?)"
                                    + " where id_hash = ?",
                            other.idHash(),
                            one.idHash()))
                    .isEqualTo(1);
            missing(one.get(CALL));
            assertThat(ledger.asked()).isEmpty();
        }
    }

    @Test
    void neither_tokens_nor_ids_are_in_the_database_or_shown_to_the_browser() throws SQLException {
        try (Browser browser = Browser.of(somebody())) {
            JsonNode session = browser.session();
            assertThat(browser.get(CALL).statusCode()).isEqualTo(200);
            String bearer = ledger.asked().getFirst().bearer();
            assertThat(bearer).startsWith("eyJ");

            String dump = String.join(
                    "\n", Sql.column("select edge_session::text || encode(tokens, 'escape') from edge_session"));
            assertThat(dump)
                    .contains(session.path("csrfToken").asText())
                    .doesNotContain("eyJ", bearer, browser.cookie(), Browser.setting("nenkin.edge.member.secret"));
            assertThat(browser.cookieNames())
                    .contains(SessionCookie.NAME)
                    .noneMatch(name -> name.startsWith("q_session"));
            // The login page's own traffic with Keycloak is not ours.
            assertThat(browser.seen().stream()
                            .filter(answer -> answer.contains("content-security-policy=[default-src 'self'")))
                    .hasSizeGreaterThan(2)
                    .noneMatch(answer -> answer.contains(bearer)
                            || answer.contains(bearer.substring(bearer.lastIndexOf('.')))
                            || answer.contains(Browser.setting("nenkin.edge.member.secret")));
        }
    }

    @Test
    void neither_tokens_nor_ids_are_logged() throws SQLException {
        List<String> logged = Collections.synchronizedList(new ArrayList<>());
        Handler ear = new Handler() {
            @Override
            public void publish(LogRecord record) {
                logged.add(record.getMessage()
                        + Arrays.toString(record.getParameters())
                        + (record.getThrown() == null ? "" : record.getThrown().toString()));
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        Logger root = Logger.getLogger("");
        root.addHandler(ear);
        try (Browser browser = Browser.of(somebody())) {
            set(browser, "token_ends_at = now() - interval '1 second'");
            String cookie = browser.cookie();
            assertThat(browser.get(CALL).statusCode()).isEqualTo(200);
            String bearer = ledger.asked().getFirst().bearer();
            assertThat(browser.get("/sign-in/member?code=made-up").statusCode()).isEqualTo(302);
            LocalUsers.endSessionsOf("member", subject(browser));
            set(browser, "token_ends_at = now() - interval '1 second'");
            missing(browser.get(CALL));
            Logger.getLogger("jp.nenkin.auth").info("heard");
            assertThat(logged)
                    .anyMatch(line -> line.contains("heard"))
                    .noneMatch(line -> line.contains("eyJ") || line.contains(bearer) || line.contains(cookie));
        } finally {
            root.removeHandler(ear);
        }
    }

    @Test
    void the_services_role_sees_no_session_without_the_systems_scope() throws SQLException {
        try (Browser browser = Browser.of(somebody());
                var connection = LocalParts.databaseAsService();
                var select = connection.prepareStatement("select count(*) from edge_session");
                var rows = select.executeQuery()) {
            assertThat(rows(browser.idHash())).isEqualTo(1);
            assertThat(rows.next()).isTrue();
            assertThat(rows.getInt(1)).isZero();
        }
    }

    private static void missing(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(401);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(Browser.json(answer).path("code").asText()).isEqualTo("session-missing");
    }

    private static void set(Browser browser, String columns) throws SQLException {
        assertThat(Sql.run("update edge_session set " + columns + " where id_hash = ?", browser.idHash()))
                .isEqualTo(1);
    }

    private static int rows(byte[] hash) throws SQLException {
        return Sql.column("select 1 from edge_session where id_hash = ?", hash).size();
    }

    private static String lastUsed(Browser browser) throws SQLException {
        return Sql.column("select last_used_at from edge_session where id_hash = ?", browser.idHash())
                .getFirst();
    }

    private static int minutesSinceUse(Browser browser) throws SQLException {
        return Integer.parseInt(Sql.column(
                        "select floor(extract(epoch from now() - last_used_at) / 60)::int"
                                + " from edge_session where id_hash = ?",
                        browser.idHash())
                .getFirst());
    }

    private static String subject(Browser browser) throws SQLException {
        return Sql.column("select subject from edge_session where id_hash = ?", browser.idHash())
                .getFirst();
    }

    private static long keycloakSessions(String subject) {
        return LocalUsers.sessionsOf("member", subject);
    }
}
