package jp.nenkin.auth.email;

import java.util.regex.Pattern;

/**
 * A mail address as members may give it: 6 to 255 of letters, digits and - _ . + with one @ (source: domain rules,
 * section 9), the part before it no longer than mail servers take (RFC 5321, 4.5.3.1.1).
 */
public record EmailAddress(String value) {
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9._+-]{1,64}@[A-Za-z0-9.-]+");
    private static final int SHORTEST = 6;
    private static final int LONGEST = 255;

    public EmailAddress {
        if (!isWellFormed(value)) {
            throw new IllegalArgumentException("Not a mail address");
        }
    }

    public static boolean isWellFormed(String value) {
        return value.length() >= SHORTEST
                && value.length() <= LONGEST
                && FORM.matcher(value).matches();
    }

    /** Without the address. */
    @Override
    public String toString() {
        return "EmailAddress";
    }
}
