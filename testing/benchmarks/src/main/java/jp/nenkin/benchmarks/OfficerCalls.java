package jp.nenkin.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Set;
import java.util.function.Predicate;
import jp.nenkin.events.EventJson;
import jp.nenkin.keycloak.DemoClient;
import jp.nenkin.keycloak.Tokens;
import jp.nenkin.local.Program;
import jp.nenkin.local.RunningSystem;

/** The ledger service's operations as two officers call them, each with a token of his own. */
final class OfficerCalls {
    private static final Duration ANSWER_LIMIT = Duration.ofSeconds(60);
    private static final Duration POLL = Duration.ofMillis(50);

    private final RunningSystem system;
    private final Tokens tokens;
    private final HttpClient client;

    OfficerCalls(RunningSystem system) {
        this.system = system;
        this.tokens = system.tokens();
        this.client = HttpClient.newBuilder()
                .sslContext(system.folder().certificates().sslContext())
                .connectTimeout(Duration.ofSeconds(5))
                .build();
    }

    /** What the service has answered. */
    record Answer(int status, JsonNode body) {
        boolean refusedWith(Set<String> codes) {
            return status == 409 && codes.contains(body.path("code").asText());
        }
    }

    /** Sends a command, again and again while it is refused with one of the codes, which pass by themselves. */
    JsonNode post(DemoClient officer, String path, Object body, Set<String> passing)
            throws IOException, InterruptedException {
        String json = EventJson.mapper().writeValueAsString(body);
        // The same key for the same command: the first answer counts however often it is sent.
        String key = "fund-year" + path + "/" + json.hashCode();
        long end = System.nanoTime() + Duration.ofMinutes(10).toNanos();
        while (true) {
            Answer answer = send(request(officer, path)
                    .header("Idempotency-Key", key)
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString(json))
                    .build());
            if (!answer.refusedWith(passing) || System.nanoTime() > end) {
                return accepted("POST " + path, answer);
            }
            Thread.sleep(POLL);
        }
    }

    JsonNode get(String path) throws IOException, InterruptedException {
        return accepted("GET " + path, tryGet(path));
    }

    Answer tryGet(String path) throws IOException, InterruptedException {
        return send(request(DemoClient.officerA(), path).GET().build());
    }

    /** Looks at something until it is as it is waited for. */
    Answer await(String path, Duration limit, Predicate<Answer> wanted) throws IOException, InterruptedException {
        long end = System.nanoTime() + limit.toNanos();
        Answer answer = tryGet(path);
        while (!wanted.test(answer)) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException(path + " stays " + answer + " for " + limit.toMinutes() + " minutes");
            }
            Thread.sleep(POLL);
            answer = tryGet(path);
        }
        return answer;
    }

    private HttpRequest.Builder request(DemoClient officer, String path) {
        return HttpRequest.newBuilder(system.url(Program.LEDGER).resolve(path))
                .timeout(ANSWER_LIMIT)
                .header("Accept", "application/json")
                .header("Accept-Language", "en")
                .header("Authorization", "Bearer " + tokens.of(officer));
    }

    private Answer send(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<byte[]> response = client.send(request, BodyHandlers.ofByteArray());
        return new Answer(response.statusCode(), EventJson.mapper().readTree(response.body()));
    }

    private static JsonNode accepted(String what, Answer answer) {
        if (answer.status() >= 300) {
            throw new IllegalStateException(what + ": " + answer.status() + " " + answer.body());
        }
        return answer.body();
    }
}
