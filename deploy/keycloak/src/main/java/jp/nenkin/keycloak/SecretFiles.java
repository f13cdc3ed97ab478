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
import java.util.function.Supplier;

/** Secrets as files that only their owner can read, which other processes of the same owner may read meanwhile. */
record SecretFiles(Path folder) {

    private static final int SECRET_BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    Optional<String> find(String name) {
        Path file = folder.resolve(name);
        try {
            return Files.exists(file) ? Optional.of(Files.readString(file)) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("secret " + file, e);
        }
    }

    String createIfMissing(String name, Supplier<String> drawn) {
        return find(name).orElseGet(() -> create(folder.resolve(name), drawn.get()));
    }

    /** For what no person types. */
    static String drawn() {
        byte[] random = new byte[SECRET_BYTES];
        RANDOM.nextBytes(random);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }

    /** Written beside and moved, so that a reader never meets half a secret. */
    private String create(Path file, String secret) {
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
            throw new UncheckedIOException("secret " + file, e);
        }
    }
}
