package jp.nenkin.local;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import jp.nenkin.keycloak.Environment;
import jp.nenkin.keycloak.TrustedCa;

/** Asks the service beside it in a container whether it is ready, since an image with nothing but Java has no curl. */
public final class ReadyCheck {
    private static final Duration LIMIT = Duration.ofSeconds(4);

    private ReadyCheck() {}

    public static void main(String[] arguments) {
        System.exit(isReady(Environment.ofProcess()) ? 0 : 1);
    }

    /** By the service's own variables. */
    static boolean isReady(Environment environment) {
        TrustedCa ca = new TrustedCa(Path.of(environment.of("NENKIN_CA")));
        URI ready = URI.create("https://localhost:" + environment.of("NENKIN_HTTP_PORT") + "/q/health/ready");
        try (HttpClient client = HttpClient.newBuilder()
                .sslContext(ca.sslContext())
                .connectTimeout(LIMIT)
                .build()) {
            HttpRequest request = HttpRequest.newBuilder(ready).timeout(LIMIT).build();
            HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
            System.out.println(answer.body());
            return answer.statusCode() == 200;
        } catch (IOException e) {
            System.out.println(ready + ": " + e);
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
