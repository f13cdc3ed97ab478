package jp.nenkin.auth.edge;

import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.util.Base64;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Draws what nobody may guess, and holds the key that encrypts tokens. */
@ApplicationScoped
class SessionSecrets {
    private static final int RANDOM_BYTES = 32;

    private final SecureRandom random = new SecureRandom();
    private final TokenSeal seal;

    SessionSecrets(@ConfigProperty(name = "nenkin.edge.key") String key) {
        this.seal = new TokenSeal(Base64.getDecoder().decode(key), random);
    }

    SessionId newId() {
        return new SessionId(drawn());
    }

    String newCsrfToken() {
        return drawn();
    }

    TokenSeal seal() {
        return seal;
    }

    private String drawn() {
        byte[] bytes = new byte[RANDOM_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
