package jp.nenkin.keycloak;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;

/** The secrets of the local system's clients: one file for each in a folder that only its owner can read. */
public final class ClientSecrets {

    private static final int SECRET_BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Path folder;

    private ClientSecrets(Path folder) {
        this.folder = folder;
    }

    /** The secrets below a data folder, which other processes of the same owner may read at the same time. */
    public static ClientSecrets in(Path dataFolder) {
        return new ClientSecrets(dataFolder.resolve("client-secrets"));
    }

    /** The client's secret, drawn at random when there is none yet. */
    public String createIfMissing(String realm, String clientId) {
        return find(realm, clientId).orElseGet(() -> create(file(realm, clientId)));
    }

    public Optional<String> find(String realm, String clientId) {
        Path file = file(realm, clientId);
        try {
            return Files.exists(file) ? Optional.of(Files.readString(file)) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("client secret " + file, e);
        }
    }

    private Path file(String realm, String clientId) {
        return folder.resolve(realm + "." + clientId);
    }

    /** Written beside and moved, so that a reader never meets half a secret. */
    private String create(Path file) {
        byte[] random = new byte[SECRET_BYTES];
        RANDOM.nextBytes(random);
        String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        try {
            Files.createDirectories(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            Path draft = Files.createTempFile(
                    folder,
                    "draft",
                    "",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(draft, secret);
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
            return secret;
        } catch (IOException e) {
            throw new UncheckedIOException("client secret " + file, e);
        }
    }
}
