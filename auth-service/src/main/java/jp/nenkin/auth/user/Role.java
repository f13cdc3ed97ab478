package jp.nenkin.auth.user;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** What a user may, by the names of the realm's roles; which ones there are depends on the {@link Party}. */
enum Role {
    OPERATOR,
    APPROVER,
    AUDITOR,
    ADMINISTRATOR,
    CLERK;

    /** Without a single holder the fund could not go on. */
    static final Set<Role> INDISPENSABLE = Set.of(OPERATOR, APPROVER);

    /** The roles of these names. */
    static Set<Role> named(Set<? extends Enum<?>> names) {
        return names.stream().map(name -> valueOf(name.name())).collect(Collectors.toSet());
    }

    /** Its name in Keycloak. */
    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
