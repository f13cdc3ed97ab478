package jp.nenkin.auth.account;

import java.time.Instant;
import java.util.UUID;

/**
 * A login ID that is registered.
 *
 * @param keycloakId Keycloak's id, the subject of every token
 * @param closed nobody may sign in: the member has died
 */
public record LoginAccount(
        UUID id, String memberNumber, String loginId, String keycloakId, Instant registeredAt, boolean closed) {
    /** Without the login ID. */
    @Override
    public String toString() {
        return "LoginAccount " + id;
    }
}
