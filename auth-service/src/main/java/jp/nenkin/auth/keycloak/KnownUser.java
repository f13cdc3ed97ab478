package jp.nenkin.auth.keycloak;

import java.util.Map;

/**
 * Somebody whom Keycloak knows.
 *
 * @param id Keycloak's own, the subject of every token
 * @param attributes of the user profile, the first value of each
 */
public record KnownUser(String id, String loginId, boolean enabled, Map<String, String> attributes) {
    public KnownUser {
        attributes = Map.copyOf(attributes);
    }

    /** Without the attributes. */
    @Override
    public String toString() {
        return "KnownUser " + id;
    }
}
