package jp.nenkin.keycloak;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokensTest {

    @TempDir
    private Path data;

    private final List<String> asked = new ArrayList<>();
    private HttpServer keycloak;
    private ClientSecrets secrets;
    private Instant now = Instant.parse("2026-04-01T00:00:00Z");
    private int status = 200;
    private String answer = "";
    private Tokens tokens;

    @BeforeEach
    void start() throws IOException {
        keycloak = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        keycloak.createContext("/", this::answer);
        keycloak.start();
        secrets = ClientSecrets.in(data);
        secrets.createIfMissing("system", "officer-a");
        secrets.createIfMissing("member", "member-0000001234");
        URI url = URI.create("http://localhost:" + keycloak.getAddress().getPort());
        tokens = new Tokens(url, HttpClient.newHttpClient(), secrets, () -> now);
    }

    @AfterEach
    void stop() {
        keycloak.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        asked.add(exchange.getRequestURI().getPath());
        String fresh = "{\"access_token\":\"token-%d\",\"expires_in\":300}".formatted(asked.size());
        byte[] body = (answer.isEmpty() ? fresh : answer).getBytes(UTF_8);
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Test
    void a_token_is_used_again_until_thirty_seconds_before_it_ends() {
        assertThat(tokens.officerA()).isEqualTo("token-1");
        now = now.plusSeconds(269);
        assertThat(tokens.officerA()).isEqualTo("token-1");
        now = now.plusSeconds(1);
        assertThat(tokens.officerA()).isEqualTo("token-2");
    }

    @Test
    void each_client_asks_its_own_realm() {
        tokens.officerA();
        tokens.member("0000001234");

        assertThat(asked)
                .containsExactly(
                        "/realms/system/protocol/openid-connect/token", "/realms/member/protocol/openid-connect/token");
    }

    @Test
    void a_refusal_names_realm_client_and_reason_but_not_the_secret() {
        status = 401;
        answer = "{\"error\":\"unauthorized_client\",\"error_description\":\"Invalid client or credentials\"}";

        assertThatThrownBy(tokens::officerA)
                .isInstanceOf(TokenNotIssued.class)
                .hasMessage("no token for client officer-a of realm system:"
                        + " 401 unauthorized_client Invalid client or credentials")
                .message()
                .doesNotContain(secrets.find("system", "officer-a").orElseThrow());
    }

    @Test
    void a_refusal_is_not_kept() {
        status = 503;
        assertThatThrownBy(tokens::officerA).isInstanceOf(TokenNotIssued.class);

        status = 200;
        assertThat(tokens.officerA()).isEqualTo("token-2");
    }

    @Test
    void an_answer_that_is_not_keycloaks_is_a_clear_fault() {
        answer = "<html>";

        assertThatThrownBy(tokens::officerA).hasMessageContaining("officer-a").hasMessageContaining("200, and no JSON");
    }

    @Test
    void a_client_that_was_never_made_is_told_apart_from_a_refused_one() {
        assertThatThrownBy(() -> tokens.establishment("1000001"))
                .hasMessage("no token for client establishment-1000001 of realm system:"
                        + " its secret is not in the data folder");
        assertThat(asked).isEmpty();
    }

    @Test
    void an_unreachable_keycloak_is_named() {
        keycloak.stop(0);

        assertThatThrownBy(tokens::officerA)
                .hasMessageContaining(
                        "http://localhost:" + keycloak.getAddress().getPort());
    }
}
