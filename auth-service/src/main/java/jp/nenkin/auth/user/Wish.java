package jp.nenkin.auth.user;

import java.util.Locale;
import java.util.Set;

/**
 * A user as asked for.
 *
 * @param loginId in small letters, as Keycloak keeps it: it is one ID however it is written
 */
record Wish(Party party, String loginId, FullName name, Set<Role> roles) {
    Wish {
        loginId = loginId.toLowerCase(Locale.ROOT);
        roles = Set.copyOf(roles);
    }
}
