package jp.nenkin.keycloak;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/** The one place where the local system's callers get their bearer tokens, by client credentials. */
public final class Tokens {

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
    private static final Duration REQUEST_TIMEOUT = Duration.ofSeconds(20);
    /** A token must outlive the request it is sent with and some difference between clocks. */
    private static final Duration RESERVE = Duration.ofSeconds(30);

    private static final ObjectMapper JSON = new ObjectMapper();

    private final URI keycloakUrl;
    private final HttpClient http;
    private final ClientSecrets secrets;
    private final InstantSource clock;
    private final Map<DemoClient, Token> current = new ConcurrentHashMap<>();

    Tokens(URI keycloakUrl, HttpClient http, ClientSecrets secrets, InstantSource clock) {
        this.keycloakUrl = keycloakUrl;
        this.http = http;
        this.secrets = secrets;
        this.clock = clock;
    }

    /**
     * Tokens of the Keycloak at this address.
     *
     * @param tls trusts the authority that signed Keycloak's certificate
     */
    public static Tokens of(URI keycloakUrl, SSLContext tls, ClientSecrets secrets) {
        HttpClient http = HttpClient.newBuilder()
                .sslContext(tls)
                .connectTimeout(CONNECT_TIMEOUT)
                .build();
        return new Tokens(keycloakUrl, http, secrets, InstantSource.system());
    }

    public String officerA() {
        return of(DemoClient.officerA());
    }

    public String officerB() {
        return of(DemoClient.officerB());
    }

    public String establishment(String number) {
        return of(DemoClient.establishment(number));
    }

    public String member(String number) {
        return of(DemoClient.member(number));
    }

    /**
     * A current access token, the same one for all threads until 30 seconds before it ends.
     *
     * @throws TokenNotIssued when the client is unknown, refused, or Keycloak cannot be reached
     */
    public String of(DemoClient client) {
        return current.compute(client, this::currentOrNew).value();
    }

    private Token currentOrNew(DemoClient client, @Nullable Token token) {
        Instant now = clock.instant();
        return token != null && now.isBefore(token.renewAt()) ? token : request(client, now);
    }

    private Token request(DemoClient client, Instant now) {
        HttpResponse<String> response = send(client);
        JsonNode body = json(client, response);
        if (response.statusCode() != 200) {
            String reason = "%d %s %s"
                    .formatted(
                            response.statusCode(),
                            body.path("error").asText(),
                            body.path("error_description").asText());
            throw new TokenNotIssued(client, reason, null);
        }
        Duration life = Duration.ofSeconds(body.path("expires_in").asLong());
        return new Token(body.path("access_token").asText(), now.plus(life).minus(RESERVE));
    }

    private HttpResponse<String> send(DemoClient client) {
        HttpRequest request = HttpRequest.newBuilder(
                        keycloakUrl.resolve("/realms/" + client.realm() + "/protocol/openid-connect/token"))
                .timeout(REQUEST_TIMEOUT)
                .header("Authorization", credentials(client))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("grant_type=client_credentials"))
                .build();
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new TokenNotIssued(client, "%s cannot be reached: %s".formatted(keycloakUrl, e), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TokenNotIssued(client, "interrupted", e);
        }
    }

    /** RFC 6749, 2.3.1: both halves are form-encoded before they are joined. */
    private String credentials(DemoClient client) {
        String secret = secrets.find(client.realm(), client.clientId())
                .orElseThrow(() -> new TokenNotIssued(client, "its secret is not in the data folder", null));
        String pair = URLEncoder.encode(client.clientId(), UTF_8) + ":" + URLEncoder.encode(secret, UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(UTF_8));
    }

    private static JsonNode json(DemoClient client, HttpResponse<String> response) {
        try {
            return JSON.readTree(response.body());
        } catch (JsonProcessingException e) {
            throw new TokenNotIssued(client, "%d, and no JSON".formatted(response.statusCode()), e);
        }
    }

    private record Token(String value, Instant renewAt) {}
}
