package jp.nenkin.auth.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Base64;
import java.util.Iterator;
import java.util.stream.Stream;
import javax.net.ssl.SSLSocket;
import jp.nenkin.auth.Neighbourhood;
import jp.nenkin.keycloak.DemoClient;
import jp.nenkin.keycloak.DemoPerson;
import jp.nenkin.kit.LocalParts;
import jp.nenkin.kit.Sql;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(LocalParts.class)
@WithTestResource(Neighbourhood.class)
class ApiRelayTest {
    private static final DemoPerson MEMBER = DemoPerson.member("0000000201", LocalDate.of(1985, 5, 5));
    private static final int MEGABYTE = 1024 * 1024;

    @SuppressWarnings("NullAway.Init")
    private static Ledger ledger;

    @SuppressWarnings("NullAway.Init")
    private static Browser browser;

    @BeforeAll
    static void somebody_is_signed_in() throws Exception {
        ledger = new Ledger();
        browser = Browser.of(MEMBER);
    }

    @AfterAll
    static void nobody_is_left() {
        browser.close();
        ledger.close();
    }

    @BeforeEach
    void forget() {
        ledger.forget();
    }

    @Test
    void a_call_reaches_its_service_with_the_members_token() throws IOException {
        HttpResponse<String> answer = browser.get("/api/ledger/members/0000000201/accounts?onlyOpen=true&x=%20y");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("{\"path\":\"/members/0000000201/accounts\"}");
        Ledger.Asked asked = ledger.asked().getFirst();
        assertThat(asked.uri()).isEqualTo("/members/0000000201/accounts?onlyOpen=true&x=%20y");
        JsonNode claims = claims(asked.bearer());
        assertThat(claims.path("member_number").asText()).isEqualTo("0000000201");
        assertThat(claims.path("iss").asText()).endsWith("/realms/member");
        assertThat(claims.path("aud").toString()).contains("ledger-service");
        assertThat(asked.headers().get("Host"))
                .isEqualTo(Browser.setting("nenkin.ledger.url").substring("https://".length()));
    }

    @Test
    void nothing_the_browser_sends_can_say_who_asks() {
        browser.send(browser.request("/api/ledger/accounts")
                .header("Authorization", "Bearer of-another")
                .header("Cookie", "other=1")
                .header("Forwarded", "for=10.0.0.1")
                .header("X-Forwarded-For", "10.0.0.1")
                .header("X-Forwarded-Host", "evil.example")
                .header("X-Forwarded-Proto", "http")
                .header("X-Real-IP", "10.0.0.1")
                .header("SSL-Client-Cert", "MII")
                .header("X-SSL-Client-Cert", "MII")
                .header("X-Unknown", "1")
                .header("Accept-Language", "en")
                .header("If-None-Match", "\"6\""));

        Ledger.Asked asked = ledger.asked().getFirst();
        assertThat(asked.headers().keySet().stream().map(String::toLowerCase))
                .containsExactlyInAnyOrder("host", "authorization", "user-agent", "accept-language", "if-none-match");
        assertThat(asked.bearer()).isNotEqualTo("of-another").startsWith("eyJ");
    }

    @Test
    void what_a_service_sets_for_itself_does_not_reach_the_browser() {
        HttpResponse<String> answer = browser.get("/api/ledger/accounts");

        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(answer.headers().firstValue("WWW-Authenticate")).isEmpty();
        assertThat(answer.headers().allValues("X-Content-Type-Options")).containsExactly("nosniff");
        assertThat(answer.headers().allValues("Content-Security-Policy")).hasSize(1);
        assertThat(answer.headers().firstValue("ETag")).contains("\"7\"");
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(answer.headers().firstValue("Location")).contains("/api/ledger/runs/1");
    }

    @Test
    void what_changes_something_comes_from_the_portals_page() {
        assertThat(browser.post("/api/ledger/runs", "{}").statusCode()).isEqualTo(201);
        assertThat(ledger.asked()).hasSize(1);
        ledger.forget();

        String portal = Browser.portal().toString();
        String token = browser.csrfToken();
        Stream.of(
                        changing().header("Origin", portal),
                        changing().header("Origin", portal).header("X-CSRF-Token", "wrong"),
                        changing().header("Origin", portal).header("X-CSRF-Token", token + "x"),
                        changing().header("X-CSRF-Token", token),
                        changing().header("Origin", "null").header("X-CSRF-Token", token),
                        changing().header("Origin", "https://evil.example").header("X-CSRF-Token", token),
                        changing().header("Origin", portal + ".evil.example").header("X-CSRF-Token", token),
                        changing()
                                .header("Origin", portal)
                                .header("Sec-Fetch-Site", "same-site")
                                .header("X-CSRF-Token", token))
                .forEach(request -> refused(browser.send(request), 403, "csrf-refused"));
        Stream.of("PUT", "PATCH", "DELETE")
                .forEach(method -> refused(
                        browser.send(browser.request("/api/ledger/runs").method(method, BodyPublishers.ofString("{}"))),
                        403,
                        "csrf-refused"));
        assertThat(ledger.asked()).isEmpty();
    }

    @Test
    void without_a_session_nothing_is_relayed() {
        try (Browser stranger = new Browser()) {
            HttpResponse<String> answer = stranger.get("/api/ledger/accounts");
            refused(answer, 401, "session-missing");
            refused(
                    stranger.send(stranger.request("/api/ledger/accounts")
                            .header("Authorization", "Bearer " + LocalParts.token(DemoClient.officerA()))),
                    401,
                    "session-missing");
            refused(
                    stranger.send(stranger.request("/session")
                            .header("Authorization", "Bearer " + LocalParts.token(DemoClient.officerA()))),
                    401,
                    "session-missing");
            stranger.plant("A".repeat(43));
            refused(stranger.get("/api/ledger/accounts"), 401, "session-missing");
            stranger.plant("no id of ours");
            refused(stranger.get("/api/ledger/accounts"), 401, "session-missing");
        }
        assertThat(ledger.asked()).isEmpty();
    }

    @Test
    void a_session_opens_no_operation_of_the_service_itself() {
        HttpResponse<String> answer = browser.get("/contacts/0000000201");
        refused(answer, 401, "unauthorized");
        refused(browser.post("/contacts", "{}"), 401, "unauthorized");
        refused(browser.get("/parked-events"), 401, "unauthorized");
    }

    @Test
    void this_service_is_a_neighbour_like_the_others() {
        refused(browser.get("/api/auth/contacts/0000000201"), 404, "not-found");
        refused(browser.get("/api/auth/contacts/0000000999"), 403, "forbidden");
        refused(browser.get("/api/auth/session"), 401, "session-missing");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/ledger/../../q/health",
                "/api/ledger/%2e%2e/%2E%2e/q/health",
                "/api/ledger/..%2f..%2fq/health",
                "/api/ledger//accounts",
                "/api/ledger/./accounts",
                "/api/ledger/.hidden",
                "/api/ledger/a%5c..%5cb",
                "/api/ledger/accounts;x=1",
                "/api/ledger/accounts%3bx=1",
                "/api/ledger/a%252e",
                "/api/ledger/a%00b",
                "//evil.example/api/ledger/accounts"
            })
    void a_path_is_read_in_one_way_or_not_at_all(String path) throws IOException {
        String answer = raw("GET %s HTTP/1.1\r\nHost: %s\r\nCookie: %s=%s\r\nConnection: close\r\n\r\n"
                .formatted(path, Browser.portal().getAuthority(), SessionCookie.NAME, browser.cookie()));

        assertThat(answer).startsWith("HTTP/1.1 400 ").contains("\"code\":\"bad-request\"");
        assertThat(ledger.asked()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/api", "/api/", "/api/ledger", "/api/unknown/accounts", "/api/ledger/q/health", "/api/ledger/q"
            })
    void what_no_service_offers_to_browsers_is_not_found(String path) {
        refused(browser.get(path), 404, "not-found");
        assertThat(ledger.asked()).isEmpty();
    }

    @Test
    void a_service_that_is_away_is_told_as_such() {
        HttpResponse<String> answer = browser.get("/api/member/members/0000000201");
        refused(answer, 503, "unavailable");
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        refused(browser.get("/api/ledger/cut"), 503, "unavailable");
    }

    @Test
    void an_upload_is_as_large_as_its_path_allows() throws IOException {
        byte[] eleven = new byte[11 * MEGABYTE];
        assertThat(browser.post("/api/ledger/uploads/1", BodyPublishers.ofByteArray(eleven))
                        .statusCode())
                .isEqualTo(201);
        assertThat(ledger.asked().getFirst().bodyLength()).isEqualTo(eleven.length);
        ledger.forget();

        String head =
                "POST /api/ledger/filings HTTP/1.1\r\nHost: %s\r\nCookie: %s=%s\r\nOrigin: %s\r\nX-CSRF-Token: %s\r\n"
                        .formatted(
                                Browser.portal().getAuthority(),
                                SessionCookie.NAME,
                                browser.cookie(),
                                Browser.portal(),
                                browser.csrfToken());
        assertThat(raw(head + "Content-Length: 11534336\r\n\r\n"))
                .startsWith("HTTP/1.1 413 ")
                .contains("\"code\":\"payload-too-large\"");
        assertThat(raw(head + "Transfer-Encoding: chunked\r\n\r\n"))
                .startsWith("HTTP/1.1 411 ")
                .contains("\"code\":\"length-required\"");
        assertThat(ledger.asked()).isEmpty();
    }

    @Test
    void events_come_as_they_happen_and_end_with_the_session() throws SQLException {
        try (Browser listener = Browser.of(MEMBER)) {
            HttpResponse<Stream<String>> stream = listener.send(
                    listener.request("/api/ledger/events")
                            .header("Accept", "text/event-stream")
                            .header("Last-Event-ID", "6"),
                    BodyHandlers.ofLines());
            assertThat(stream.statusCode()).isEqualTo(200);
            assertThat(stream.headers().firstValue("Content-Type")).contains("text/event-stream");
            assertThat(ledger.asked().getLast().headers()).containsEntry("Last-Event-ID", "6");
            Iterator<String> lines = stream.body().iterator();
            ledger.tell("id: 7\ndata: first\n\n");
            assertThat(next(lines, "id:")).isEqualTo("id: 7");
            assertThat(next(lines, "data:")).isEqualTo("data: first");
            ledger.tell("id: 8\ndata: second\n\n");
            assertThat(next(lines, "data:")).isEqualTo("data: second");

            assertThat(Sql.run("delete from edge_session where id_hash = ?", listener.idHash()))
                    .isEqualTo(1);

            assertThat(next(lines, "data:")).as("the stream has ended").isEmpty();
            await().until(() -> ledger.listeners() == 0);
            refused(listener.get("/api/ledger/events"), 401, "session-missing");
        }
    }

    @Test
    void events_end_with_the_token() throws SQLException {
        try (Browser listener = Browser.of(MEMBER)) {
            // More than the ten seconds within which it would be renewed first.
            assertThat(Sql.run(
                            "update edge_session set token_ends_at = now() + interval '11 seconds' where id_hash = ?",
                            listener.idHash()))
                    .isEqualTo(1);
            long begun = System.nanoTime();
            HttpResponse<String> stream =
                    listener.send(listener.request("/api/ledger/events").header("Accept", "text/event-stream"));
            assertThat(stream.body()).contains("retry: 100");
            assertThat((System.nanoTime() - begun) / 1_000_000_000).isBetween(8L, 25L);
        }
    }

    private static String next(Iterator<String> lines, String beginning) {
        while (lines.hasNext()) {
            String line = lines.next();
            if (line.startsWith(beginning)) {
                return line;
            }
        }
        return "";
    }

    private static HttpRequest.Builder changing() {
        return browser.request("/api/ledger/runs").POST(BodyPublishers.ofString("{}"));
    }

    private static void refused(HttpResponse<String> answer, int status, String code) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(Browser.json(answer).path("code").asText()).isEqualTo(code);
    }

    private static JsonNode claims(String token) throws IOException {
        return new ObjectMapper()
                .readTree(
                        Base64.getUrlDecoder().decode(token.substring(token.indexOf('.') + 1, token.lastIndexOf('.'))));
    }

    /** What no client library would send. */
    private static String raw(String request) throws IOException {
        try (SSLSocket socket = (SSLSocket) LocalParts.tls()
                .getSocketFactory()
                .createSocket("localhost", Browser.portal().getPort())) {
            socket.setSoTimeout(10_000);
            OutputStream out = socket.getOutputStream();
            out.write(request.getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
            InputStream in = socket.getInputStream();
            byte[] answer = new byte[8192];
            int length = 0;
            int read;
            while (length < answer.length
                    && !new String(answer, 0, length, StandardCharsets.UTF_8).contains("\"code\"")
                    && (read = in.read(answer, length, answer.length - length)) > 0) {
                length += read;
            }
            return new String(answer, 0, length, StandardCharsets.UTF_8);
        }
    }
}
