package jp.nenkin.system;

import static io.restassured.RestAssured.given;

import io.restassured.builder.RequestSpecBuilder;
import io.restassured.config.HttpClientConfig;
import io.restassured.config.LogConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.config.SSLConfig;
import io.restassured.filter.log.LogDetail;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.concurrent.atomic.AtomicInteger;
import jp.nenkin.keycloak.DemoClient;
import jp.nenkin.keycloak.Tokens;
import jp.nenkin.local.Program;
import jp.nenkin.local.RunningSystem;
import org.apache.http.client.HttpClient;
import org.apache.http.impl.client.DefaultHttpClient;
import org.apache.http.impl.conn.PoolingClientConnectionManager;

/** Requests to the services' public operations, as whoever calls. */
final class Api {
    private static final int CONNECTIONS = 50;

    private final RunningSystem system;
    private final Tokens tokens;
    private final RestAssuredConfig config;
    private final AtomicInteger commands = new AtomicInteger();

    Api(RunningSystem system) {
        this.system = system;
        this.tokens = system.tokens();
        this.config = RestAssuredConfig.config()
                .httpClient(HttpClientConfig.httpClientConfig()
                        .reuseHttpClientInstance()
                        .httpClientFactory(Api::client))
                .logConfig(LogConfig.logConfig()
                        .enablePrettyPrinting(false)
                        .enableLoggingOfRequestAndResponseIfValidationFails(LogDetail.BODY))
                .sslConfig(SSLConfig.sslConfig()
                        .trustStore(trusting(system.folder().certificates().caFile())));
    }

    /** A request without a token. */
    RequestSpecification asNobody(Program program) {
        return given().spec(new RequestSpecBuilder()
                .setConfig(config)
                .setBaseUri(system.url(program))
                .addHeader("Accept-Language", "en")
                .build());
    }

    RequestSpecification as(DemoClient caller, Program program) {
        return asNobody(program).header("Authorization", "Bearer " + tokens.of(caller));
    }

    /** A command under a key that was never used. */
    RequestSpecification command(DemoClient caller, Program program, Object body) {
        return as(caller, program)
                .header("Idempotency-Key", newKey())
                .contentType(ContentType.JSON)
                .body(body);
    }

    String newKey() {
        return "system-test-" + commands.incrementAndGet();
    }

    /** With several connections: REST Assured gives none back after an answer without a body. */
    @SuppressWarnings("deprecation") // What REST Assured is made for.
    private static HttpClient client() {
        PoolingClientConnectionManager connections = new PoolingClientConnectionManager();
        connections.setDefaultMaxPerRoute(CONNECTIONS);
        connections.setMaxTotal(CONNECTIONS * Program.values().length);
        return new DefaultHttpClient(connections);
    }

    private static KeyStore trusting(Path authority) {
        try (InputStream in = Files.newInputStream(authority)) {
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            store.setCertificateEntry(
                    "authority", CertificateFactory.getInstance("X.509").generateCertificate(in));
            return store;
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
