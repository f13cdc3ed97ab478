package jp.nenkin.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import jp.nenkin.local.LocalCertificates;
import jp.nenkin.local.ServerCertificate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The service is there, over TLS and in no other way. */
@QuarkusTest
@WithTestResource(HealthTest.Certificates.class)
class HealthTest {
    @TestHTTPResource(tls = true)
    @SuppressWarnings("NullAway.Init")
    URI service;

    @ParameterizedTest
    @ValueSource(strings = {"/q/health/live", "/q/health/ready"})
    void health_answers_over_tls(String path) throws IOException, InterruptedException {
        HttpResponse<String> answer = get(service.resolve(path));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("\"status\": \"UP\"");
    }

    @Test
    void plain_http_is_not_spoken() {
        URI plain = URI.create("http://localhost:" + service.getPort() + "/q/health/live");
        assertThatThrownBy(() -> get(plain)).isInstanceOf(IOException.class);
    }

    private static HttpResponse<String> get(URI address) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newBuilder()
                .sslContext(Certificates.local().sslContext())
                .build()) {
            return client.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
        }
    }

    /** The certificates of a local system, made for this test. */
    public static final class Certificates implements QuarkusTestResourceLifecycleManager {
        static LocalCertificates local() {
            return LocalCertificates.in(Path.of("target", "certificates"), InstantSource.system());
        }

        @Override
        public Map<String, String> start() {
            ServerCertificate server = local().of("notice-service");
            return Map.of(
                    "nenkin.tls.cert", server.certificate().toAbsolutePath().toString(),
                    "nenkin.tls.key", server.key().toAbsolutePath().toString(),
                    "nenkin.ca", server.ca().toAbsolutePath().toString());
        }

        @Override
        public void stop() {
            // The certificates stay in target for the next test.
        }
    }
}
