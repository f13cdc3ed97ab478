package jp.nenkin.local;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Passwords and client secrets by name: made at random when first asked for and kept in one private file. */
public final class LocalSecrets {
    private static final int BYTES = 24;

    private final SecureRandom random = new SecureRandom();
    private final TreeMap<String, String> known = new TreeMap<>();
    private final Path file;

    private LocalSecrets(Path file) {
        this.file = file;
    }

    public static LocalSecrets in(Path file) {
        LocalSecrets secrets = new LocalSecrets(file);
        if (Files.exists(file)) {
            secrets.read();
        }
        return secrets;
    }

    /** The secret of this name, letters, digits, {@code -} and {@code _} only, the same at every call. */
    public synchronized String of(String name) {
        String secret = known.get(name);
        if (secret == null) {
            secret = made();
            known.put(name, secret);
            write();
        }
        return secret;
    }

    /** Takes over a secret that is in the data already. */
    synchronized void adopt(String name, String secret) {
        known.put(name, secret);
        write();
    }

    private String made() {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private void read() {
        Properties kept = new Properties();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            kept.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        kept.stringPropertyNames().forEach(name -> known.put(name, kept.getProperty(name)));
    }

    private void write() {
        String lines = known.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue() + "\n")
                .collect(Collectors.joining());
        PrivateFiles.write(file, lines);
    }
}
