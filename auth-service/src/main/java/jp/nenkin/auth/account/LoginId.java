package jp.nenkin.auth.account;

import java.util.regex.Pattern;

/**
 * What a member signs in as: 6 to 80 half-width letters, digits and - _ . @ +, unique whatever the case (source: domain
 * rules, section 9).
 */
public record LoginId(String value) {
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9\\-_.@+]{6,80}");

    public LoginId {
        if (!isWellFormed(value)) {
            throw new IllegalArgumentException("Not a login ID");
        }
    }

    public static boolean isWellFormed(String value) {
        return FORM.matcher(value).matches();
    }

    /** Without the ID itself. */
    @Override
    public String toString() {
        return "LoginId";
    }
}
