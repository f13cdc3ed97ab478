package jp.nenkin.auth.keycloak;

import org.jspecify.annotations.Nullable;

/** Keycloak gives no answer just now, or one that it should not give. */
public final class KeycloakAway extends RuntimeException {
    KeycloakAway(String why, @Nullable Throwable cause) {
        super(why, cause);
    }
}
