package jp.nenkin.local;

import java.util.Locale;

/** The four services as programs to start. */
public enum Program {
    MEMBER,
    LEDGER,
    NOTICE,
    AUTH;

    /** The service's name, which is its module's too. */
    public String label() {
        return database() + "-service";
    }

    /** Its database, which is its schema's name too. */
    public String database() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The name among the {@link LocalSecrets} of the password of the role the running service uses. */
    public String appSecret() {
        return database() + "-app";
    }

    /** The name among the {@link LocalSecrets} of the password of the role its migrations use. */
    public String migratorSecret() {
        return database() + "-migrator";
    }
}
