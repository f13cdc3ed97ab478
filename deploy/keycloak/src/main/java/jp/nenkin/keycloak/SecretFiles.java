package jp.nenkin.keycloak;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.function.Supplier;

/** Secrets as files that only their owner can read, which other processes of the same owner may read meanwhile. */
record SecretFiles(Path folder) {

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
