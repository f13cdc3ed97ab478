package jp.nenkin.auth.people;

import java.util.Optional;
import java.util.regex.Pattern;

/** A member number as people write it: up to ten digits, the zeros in front may be missing. */
public final class MemberNumber {
    private static final int DIGITS = 10;
    private static final Pattern FORM = Pattern.compile("[0-9]{1," + DIGITS + "}");

    private MemberNumber() {}

    /** With its zeros; empty for what is none. */
    public static Optional<String> of(String written) {
        return FORM.matcher(written).matches()
                ? Optional.of("0".repeat(DIGITS - written.length()) + written)
                : Optional.empty();
    }
}
