package jp.nenkin.auth.edge;

import java.util.Locale;

/** The realms whose people sign in with a browser. */
enum Realm {
    MEMBER,
    FUND;

    /** Its name in Keycloak, in paths and in rows. */
    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Realm of(String label) {
        return valueOf(label.toUpperCase(Locale.ROOT));
    }
}
