package jp.nenkin.auth.recovery;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A code as it stands in a letter: three groups of four signs, none of which is mistaken for another on paper. Some 59
 * bits, which nobody guesses in the five tries of a quarter of an hour, so its hash need not be slow.
 */
record LetterCode(String value) {
    static final String ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    static final int SIGNS = 12;

    private static final Pattern BETWEEN = Pattern.compile("[\\s-]");

    /** As somebody typed it: small letters and any spacing will do. */
    static LetterCode typed(String text) {
        return new LetterCode(BETWEEN.matcher(text).replaceAll("").toUpperCase(Locale.ROOT));
    }

    /** As it is printed. */
    String printed() {
        return value.replaceAll("(.{4})(?=.)", "$1-");
    }

    /** Bound to the member: the same code opens nothing of another's. */
    byte[] hash(String memberNumber) {
        try {
            return MessageDigest.getInstance("SHA-256").digest((memberNumber + " " + value).getBytes(US_ASCII));
        } catch (NoSuchAlgorithmException fault) {
            throw new IllegalStateException(fault);
        }
    }

    /** It opens something, so it stays out of messages and logs. */
    @Override
    public String toString() {
        return "LetterCode";
    }
}
