package jp.nenkin.auth.keycloak;

import io.quarkus.test.junit.QuarkusMock;
import jakarta.ws.rs.ProcessingException;
import java.lang.reflect.Proxy;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Keycloak's admin API out of reach: the server itself is shared with other tests, and goes on. */
public final class KeycloakOutage {
    private KeycloakOutage() {}

    /** Until the current test ends. */
    public static void duringThisTest() {
        AdminApi away = (AdminApi) Proxy.newProxyInstance(
                AdminApi.class.getClassLoader(), new Class<?>[] {AdminApi.class}, (_, method, _) -> {
                    throw new ProcessingException("Connection refused: " + method.getName());
                });
        QuarkusMock.installMockForType(away, AdminApi.class, RestClient.LITERAL);
    }
}
