package jp.nenkin.keycloak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.security.NoSuchAlgorithmException;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;

class AdminAccessTest {

    @Test
    void waiting_for_keycloak_ends() throws Exception {
        AdminAccess access = at(freePort());

        assertThatThrownBy(() -> access.open(2))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("Keycloak at %s is not ready after 2 attempts".formatted(access.url()));
    }

    @Test
    void its_text_does_not_give_the_secret_away() throws Exception {
        assertThat(at(1)).hasToString("AdminAccess[https://localhost:1, client bootstrap]");
    }

    private static AdminAccess at(int port) throws NoSuchAlgorithmException {
        return new AdminAccess(
                URI.create("https://localhost:" + port), SSLContext.getDefault(), "bootstrap", "not-to-be-seen");
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
