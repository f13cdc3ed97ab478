package jp.nenkin.events;

import static java.util.Objects.requireNonNull;

import java.util.regex.Pattern;

/** The cheap checks that the records share; a value that fails them was never written by a publisher of ours. */
final class Checks {
    private static final int MEMBER_NUMBER = 10;
    private static final int ESTABLISHMENT_NUMBER = 7;
    private static final Pattern PERCENT = Pattern.compile("-?[0-9]+(\\.[0-9]+)?");
    private static final Pattern RATE = Pattern.compile("[0-9]{1,2}\\.[0-9]");
    private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");

    private static final Pattern EMAIL = Pattern.compile("(?=.{6,255}$)[A-Za-z0-9._+-]+@[A-Za-z0-9.-]+");

    private Checks() {}

    static void memberNumber(String value) {
        digits("memberNumber", MEMBER_NUMBER, value);
    }

    static void establishmentNumber(String value) {
        digits("establishmentNumber", ESTABLISHMENT_NUMBER, value);
    }

    /** Without the value in the message: an address is personal. */
    static void email(String value) {
        if (!EMAIL.matcher(requireNonNull(value, "email")).matches()) {
            throw new IllegalArgumentException("email is not of the form " + EMAIL);
        }
    }

    static void rate(String value) {
        matches("rate", RATE, value);
    }

    static void sha256(String field, String value) {
        matches(field, SHA_256, value);
    }

    /** Any exact figure in percent, which may be negative. */
    static void percent(String value) {
        matches("percent", PERCENT, value);
    }

    static void ordinal(int value) {
        atLeast("ordinal", 0, value);
    }

    static void transferredOrdinal(int value) {
        atLeast("ordinal", 1, value);
    }

    /** Without a regular expression: a run makes millions of records. */
    private static void digits(String field, int count, String value) {
        boolean fit = requireNonNull(value, field).length() == count;
        for (int i = 0; fit && i < count; i++) {
            fit = value.charAt(i) >= '0' && value.charAt(i) <= '9';
        }
        if (!fit) {
            throw new IllegalArgumentException("%s is not of %d digits: %s".formatted(field, count, value));
        }
    }

    private static void matches(String field, Pattern form, String value) {
        if (!form.matcher(requireNonNull(value, field)).matches()) {
            throw new IllegalArgumentException("%s is not of the form %s: %s".formatted(field, form, value));
        }
    }

    private static void atLeast(String field, int least, int value) {
        if (value < least) {
            throw new IllegalArgumentException("%s is less than %d: %d".formatted(field, least, value));
        }
    }
}
