package jp.nenkin.local.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.failsafe.Failsafe;
import dev.failsafe.FailsafeException;
import dev.failsafe.FailsafeExecutor;
import dev.failsafe.RetryPolicy;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import jp.nenkin.events.EventJson;
import jp.nenkin.keycloak.DemoClient;
import jp.nenkin.keycloak.TokenNotIssued;
import jp.nenkin.keycloak.Tokens;
import jp.nenkin.local.LocalFault;
import jp.nenkin.local.Program;
import jp.nenkin.local.RunningSystem;

/**
 * The services' public operations. What fails in passing (a service that is down or starting, news that one service has
 * not yet had from another) is tried again for a while; a command is sent again under its key, so it takes effect once.
 */
final class FundApi {
    /** Long enough for a service that was killed to be started again. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private static final Duration ANSWER_LIMIT = Duration.ofSeconds(20);

    /** Refusals that end by themselves. */
    private static final Set<String> PASSING = Set.of(
            "member-not-yet-known",
            "month-not-closed",
            "run-in-progress",
            "statements-not-complete",
            "idempotency-key-in-progress",
            "unavailable");

    private final RunningSystem system;
    private final Tokens tokens;
    private final HttpClient client;
    private final FailsafeExecutor<HttpResponse<String>> patiently;

    private FundApi(RunningSystem system, RetryPolicy<HttpResponse<String>> retries) {
        this.system = system;
        this.tokens = system.tokens();
        this.client = HttpClient.newBuilder()
                .sslContext(system.folder().certificates().sslContext())
                .connectTimeout(Duration.ofSeconds(5))
                .build();
        this.patiently = Failsafe.with(retries);
    }

    /** For loading: waits until what passes has passed. */
    static FundApi patient(RunningSystem system) {
        return new FundApi(
                system,
                RetryPolicy.<HttpResponse<String>>builder()
                        .handle(IOException.class)
                        .handleResultIf(FundApi::isPassing)
                        .withBackoff(50, 2_000, ChronoUnit.MILLIS)
                        .withMaxRetries(-1)
                        .withMaxDuration(PATIENCE)
                        .build());
    }

    /** For a look at a system that should be up: says at once when it is not. */
    static FundApi impatient(RunningSystem system) {
        return new FundApi(
                system,
                RetryPolicy.<HttpResponse<String>>builder().withMaxRetries(0).build());
    }

    /**
     * A command.
     *
     * @param key what it is known by when it is sent again
     */
    record Command(Program program, String path, DemoClient caller, String key) {}

    /** Sends a command until it is accepted, and gives the answer's body. */
    JsonNode post(Command command, Object body) {
        return accepted(command, answer(command, body));
    }

    /** The same, but nothing when it is refused with this code. */
    Optional<JsonNode> postUnless(String code, Command command, Object body) {
        HttpResponse<String> response = answer(command, body);
        return response.statusCode() / 100 != 2 && code(response).equals(code)
                ? Optional.empty()
                : Optional.of(accepted(command, response));
    }

    private HttpResponse<String> answer(Command command, Object body) {
        return send(() -> request(command.program(), command.path(), command.caller())
                .header("Idempotency-Key", command.key())
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json(body)))
                .build());
    }

    private static JsonNode accepted(Command command, HttpResponse<String> response) {
        return accepted("POST %s (%s)".formatted(command.path(), command.key()), response);
    }

    JsonNode get(Program program, String path, DemoClient caller) {
        HttpResponse<String> response =
                send(() -> request(program, path, caller).GET().build());
        return accepted("GET " + path, response);
    }

    /** Makes a request anew for each try, since a token may have ended between. */
    private interface Attempt {
        HttpRequest request();
    }

    private HttpResponse<String> send(Attempt attempt) {
        try {
            return patiently.get(() -> client.send(attempt.request(), BodyHandlers.ofString()));
        } catch (FailsafeException e) {
            if (e.getCause() instanceof InterruptedException) {
                Thread.currentThread().interrupt();
            }
            throw new LocalFault("a service does not answer (%s): is the system up?".formatted(e.getCause()), e);
        } catch (TokenNotIssued e) {
            throw new LocalFault("%s: is the system up, with its demo fund?".formatted(e.getMessage()), e);
        }
    }

    private HttpRequest.Builder request(Program program, String path, DemoClient caller) {
        return HttpRequest.newBuilder(system.url(program).resolve(path))
                .timeout(ANSWER_LIMIT)
                .header("Accept", "application/json, application/problem+json")
                .header("Accept-Language", "en")
                .header("Authorization", "Bearer " + tokens.of(caller));
    }

    private static boolean isPassing(HttpResponse<String> response) {
        return switch (response.statusCode()) {
            case 503 -> true;
            case 409 -> PASSING.contains(code(response));
            default -> false;
        };
    }

    private static JsonNode accepted(String what, HttpResponse<String> response) {
        if (response.statusCode() / 100 != 2) {
            // Only the code: the detail may name what belongs to a person.
            throw new LocalFault("%s was refused: %d %s".formatted(what, response.statusCode(), code(response)));
        }
        return tree(response.body());
    }

    private static String code(HttpResponse<String> response) {
        return tree(response.body()).path("code").asText();
    }

    private static JsonNode tree(String body) {
        try {
            return EventJson.mapper().readTree(body);
        } catch (JsonProcessingException e) {
            return EventJson.mapper().missingNode();
        }
    }

    private static String json(Object body) {
        try {
            return EventJson.mapper().writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
