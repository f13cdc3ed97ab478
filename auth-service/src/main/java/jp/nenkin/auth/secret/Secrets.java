package jp.nenkin.auth.secret;

import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.util.Base64;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Draws what nobody may guess, and holds the key that encrypts what must be read again. */
@ApplicationScoped
public class Secrets {
    private static final int RANDOM_BYTES = 32;

    private final SecureRandom random = new SecureRandom();
    private final Seal seal;

    Secrets(@ConfigProperty(name = "nenkin.edge.key") String key) {
        this.seal = new Seal(Base64.getDecoder().decode(key), random);
    }

    public Secret draw() {
        byte[] bytes = new byte[RANDOM_BYTES];
        random.nextBytes(bytes);
        return new Secret(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /**
     * As many signs of an alphabet, each as likely as any other.
     *
     * @param alphabet signs that nobody mistakes for one another when they come on paper
     */
    public String draw(String alphabet, int length) {
        StringBuilder drawn = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            drawn.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return drawn.toString();
    }

    public Seal seal() {
        return seal;
    }
}
