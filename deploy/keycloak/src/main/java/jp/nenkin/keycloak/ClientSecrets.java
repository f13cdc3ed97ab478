package jp.nenkin.keycloak;

import java.nio.file.Path;
import java.util.Optional;

/** The secrets of the local system's clients: one file for each in a folder that only its owner can read. */
public final class ClientSecrets {

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
        return files.createIfMissing(name(realm, clientId), SecretFiles::drawn);
    }

    /** Takes over the secret of a client that Keycloak knows already. */
    void adopt(String realm, String clientId, String secret) {
        String _ = files.createIfMissing(name(realm, clientId), () -> secret);
    }

    public Optional<String> find(String realm, String clientId) {
        return files.find(name(realm, clientId));
    }

    private static String name(String realm, String clientId) {
        return realm + "." + clientId;
    }
}
