package jp.nenkin.kit;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The languages a reader may ask for; Japanese unless English is asked for. */
public enum Language {
    JAPANESE(Locale.JAPANESE),
    ENGLISH(Locale.ENGLISH);

    private static final List<Locale> OFFERED =
            Arrays.stream(values()).map(Language::locale).toList();

    private final Locale locale;

    Language(Locale locale) {
        this.locale = locale;
    }

    public Locale locale() {
        return locale;
    }

    /** Reads an Accept-Language header; one that is missing or cannot be read means Japanese. */
    public static Language accepted(@Nullable String header) {
        return ranges(header)
                .flatMap(ranges -> Optional.ofNullable(Locale.lookup(ranges, OFFERED)))
                .filter(Locale.ENGLISH::equals)
                .map(english -> ENGLISH)
                .orElse(JAPANESE);
    }

    private static Optional<List<Locale.LanguageRange>> ranges(@Nullable String header) {
        if (header == null || header.isBlank()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Locale.LanguageRange.parse(header));
        } catch (IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }
}
