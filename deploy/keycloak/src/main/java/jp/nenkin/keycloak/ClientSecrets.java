package jp.nenkin.keycloak;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;

/** The secrets of the local system's clients: one file for each in a folder that only its owner can read. */
public final class ClientSecrets {

    private static final int SECRET_BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final SecretFiles files;

    private ClientSecrets(SecretFiles files) {
        this.files = files;
    }

    /** The secrets below a data folder, which other processes of the same owner may read at the same time. */
    public static ClientSecrets in(Path dataFolder) {
        return new ClientSecrets(new SecretFiles(dataFolder.resolve("client-secrets")));
    }

    /** The client's secret, drawn at random when there is none yet. */
    public String createIfMissing(String realm, String clientId) {
        return files.createIfMissing(name(realm, clientId), ClientSecrets::drawn);
    }

    public Optional<String> find(String realm, String clientId) {
        return files.find(name(realm, clientId));
    }

    private static String name(String realm, String clientId) {
        return realm + "." + clientId;
    }

    private static String drawn() {
        byte[] random = new byte[SECRET_BYTES];
        RANDOM.nextBytes(random);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }
}
