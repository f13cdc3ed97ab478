package jp.nenkin.auth.account;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The fund's rule for members' passwords: 8 to 12 half-width letters and digits, at least one of each, and not the
 * login ID (source: domain rules, section 9). Keycloak holds to the same, and to its list of well-known ones.
 */
public final class PasswordRule {
    private static final Pattern FORM = Pattern.compile("(?=.*[A-Za-z])(?=.*[0-9])[A-Za-z0-9]{8,12}");

    private PasswordRule() {}

    /** Why it does not pass; empty if it does. */
    public static Optional<AccountProblem> refusal(String password, String loginId) {
        if (!FORM.matcher(password).matches()) {
            return Optional.of(AccountProblem.PASSWORD_FORM);
        }
        return password.equalsIgnoreCase(loginId) ? Optional.of(AccountProblem.PASSWORD_IS_LOGIN_ID) : Optional.empty();
    }
}
