package jp.nenkin.keycloak.login;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A birth date as people type it: 19610123, also in full-width digits or taken apart by a sign. */
final class TypedDate {

    private static final Pattern EIGHT_DIGITS = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})");
    private static final Pattern TAKEN_APART =
            Pattern.compile("(\\d{4})\\s*[-/.年]\\s*(\\d{1,2})\\s*[-/.月]\\s*(\\d{1,2})\\s*日?");

    private TypedDate() {}

    /** The day, or empty for what is no day of the calendar. */
    static Optional<LocalDate> read(String typed) {
        String plain = Normalizer.normalize(typed, Normalizer.Form.NFKC).strip();
        return day(EIGHT_DIGITS.matcher(plain)).or(() -> day(TAKEN_APART.matcher(plain)));
    }

    private static Optional<LocalDate> day(Matcher parts) {
        if (!parts.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.of(number(parts, 1), number(parts, 2), number(parts, 3)));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    private static int number(Matcher parts, int group) {
        return Integer.parseInt(parts.group(group));
    }
}
