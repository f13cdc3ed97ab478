package jp.nenkin.kit;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.config.HttpClientConfig;
import io.restassured.config.LogConfig;
import io.restassured.config.ObjectMapperConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.config.SSLConfig;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.http.client.HttpClient;
import org.apache.http.impl.client.DefaultHttpClient;
import org.apache.http.impl.conn.PoolingClientConnectionManager;

/**
 * REST Assured with connections that stay open: without them each request costs both sides a TLS handshake. What was
 * said is printed when a test fails, as it was said: laying out every answer beforehand cost more than it told.
 */
final class KeptConnections {
    // REST Assured gives no connection back after an answer without a body; a test run has not that many.
    private static final int MOST = 1_000;
    private static final ObjectMapper JSON = new ObjectMapper().findAndRegisterModules();
    private static final Map<String, RestAssuredConfig> BY_AUTHORITY = new ConcurrentHashMap<>();

    private KeptConnections() {}

    /**
     * The settings of requests to servers of one authority.
     *
     * @param authority the file of its certificate
     */
    static RestAssuredConfig trusting(String authority) {
        return BY_AUTHORITY.computeIfAbsent(authority, KeptConnections::config);
    }

    private static RestAssuredConfig config(String authority) {
        return RestAssuredConfig.config()
                .httpClient(HttpClientConfig.httpClientConfig()
                        .reuseHttpClientInstance()
                        .httpClientFactory(KeptConnections::client))
                .logConfig(LogConfig.logConfig()
                        .enablePrettyPrinting(false)
                        .enableLoggingOfRequestAndResponseIfValidationFails())
                .objectMapperConfig(
                        ObjectMapperConfig.objectMapperConfig().jackson2ObjectMapperFactory((type, charset) -> JSON))
                .sslConfig(SSLConfig.sslConfig().trustStore(trustStore(Path.of(authority))));
    }

    @SuppressWarnings("deprecation") // What REST Assured is made for.
    private static HttpClient client() {
        PoolingClientConnectionManager connections = new PoolingClientConnectionManager();
        connections.setDefaultMaxPerRoute(MOST);
        connections.setMaxTotal(MOST);
        return new DefaultHttpClient(connections);
    }

    private static KeyStore trustStore(Path authority) {
        try (InputStream file = Files.newInputStream(authority)) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setCertificateEntry(
                    "ca", CertificateFactory.getInstance("X.509").generateCertificate(file));
            return store;
        } catch (IOException | GeneralSecurityException fault) {
            throw new IllegalStateException(fault);
        }
    }
}
