package jp.nenkin.auth.keycloak;

import java.util.Locale;

/** The realms that hold people. */
public enum Realm {
    MEMBER,
    EMPLOYER,
    FUND;

    /** Its name in Keycloak, in paths and in rows. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Realm of(String label) {
        return valueOf(label.toUpperCase(Locale.ROOT));
    }
}
