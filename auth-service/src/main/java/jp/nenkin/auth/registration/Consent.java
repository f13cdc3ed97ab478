package jp.nenkin.auth.registration;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import jp.nenkin.kit.Language;

/**
 * The text that members agree to before they register. A text that was ever shown stays as a file under its version:
 * the version is kept with each registration.
 *
 * @param version the day from which this text is the one to agree to
 * @param title its first line
 */
record Consent(String version, String title, String text) {
    /** The text of today. */
    static final String VERSION = "2026-11-01";

    private static final Consent JAPANESE = read("ja");
    private static final Consent ENGLISH = read("en");

    static Consent in(Language language) {
        return switch (language) {
            case JAPANESE -> JAPANESE;
            case ENGLISH -> ENGLISH;
        };
    }

    private static Consent read(String tag) {
        String name = "/consent/%s.%s.txt".formatted(VERSION, tag);
        try (InputStream file = Consent.class.getResourceAsStream(name)) {
            if (file == null) {
                throw new IOException("not among the resources");
            }
            String[] parts = new String(file.readAllBytes(), UTF_8).split("\n", 2);
            return new Consent(VERSION, parts[0].strip(), parts[1].strip());
        } catch (IOException fault) {
            throw new UncheckedIOException(name, fault);
        }
    }
}
