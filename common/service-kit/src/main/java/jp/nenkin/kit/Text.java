package jp.nenkin.kit;

import com.google.errorprone.annotations.Immutable;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One wording in both languages, with {placeholders} for the values at hand. */
@Immutable
public record Text(String japanese, String english) {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)}");

    public String in(Language language) {
        return switch (language) {
            case JAPANESE -> japanese;
            case ENGLISH -> english;
        };
    }

    /** A placeholder without a value stays as it is written, so that the gap is seen. */
    public String in(Language language, Map<String, ?> values) {
        return PLACEHOLDER
                .matcher(in(language))
                .replaceAll(found -> Matcher.quoteReplacement(
                        values.containsKey(found.group(1))
                                ? String.valueOf(values.get(found.group(1)))
                                : found.group()));
    }
}
