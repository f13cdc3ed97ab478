package jp.nenkin.keycloak;

import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.ServiceUnavailableException;
import jakarta.ws.rs.client.Client;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import org.keycloak.OAuth2Constants;
import org.keycloak.admin.client.ClientBuilderWrapper;
import org.keycloak.admin.client.JacksonProvider;
import org.keycloak.admin.client.Keycloak;
import org.keycloak.admin.client.KeycloakBuilder;

/**
 * How the jobs reach Keycloak's admin API: by the bootstrap admin client of the realm master, over TLS with the given
 * trust.
 *
 * @param url Keycloak's address without a path
 * @param clientId the client that Keycloak was started with (KC_BOOTSTRAP_ADMIN_CLIENT_ID)
 */
public record AdminAccess(URI url, SSLContext tls, String clientId, String clientSecret) {

    private static final int ATTEMPTS = 120;
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final long CONNECT_SECONDS = 5;
    /** Making a realm with its keys takes seconds on a busy machine. */
    private static final long READ_SECONDS = 60;

    private static final int JSON_PRIORITY = 100;

    /** Opens a session, waiting for a Keycloak that is still starting, at most a minute. */
    Keycloak open() {
        return open(ATTEMPTS);
    }

    Keycloak open(int attempts) {
        Keycloak keycloak = KeycloakBuilder.builder()
                .serverUrl(url.toString())
                .realm("master")
                .grantType(OAuth2Constants.CLIENT_CREDENTIALS)
                .clientId(clientId)
                .clientSecret(clientSecret)
                .resteasyClient(client())
                .build();
        try {
            signIn(keycloak, attempts);
            return keycloak;
        } catch (RuntimeException e) {
            keycloak.close();
            throw e;
        }
    }

    /** As Keycloak's own, and with timeouts. */
    private Client client() {
        return ClientBuilderWrapper.create(tls, false)
                .register(JacksonProvider.class, JSON_PRIORITY)
                .connectTimeout(CONNECT_SECONDS, TimeUnit.SECONDS)
                .readTimeout(READ_SECONDS, TimeUnit.SECONDS)
                .build();
    }

    private void signIn(Keycloak keycloak, int attempts) {
        for (int attempt = 1; ; attempt++) {
            try {
                keycloak.tokenManager().getAccessToken();
                return;
            } catch (ProcessingException | ServiceUnavailableException notReady) {
                if (attempt == attempts) {
                    throw new IllegalStateException(
                            "Keycloak at %s is not ready after %d attempts".formatted(url, attempt), notReady);
                }
            }
            pause();
        }
    }

    private void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for Keycloak at " + url, e);
        }
    }

    /** Leaves the secret out, since records end up in messages and logs. */
    @Override
    public String toString() {
        return "AdminAccess[%s, client %s]".formatted(url, clientId);
    }
}
