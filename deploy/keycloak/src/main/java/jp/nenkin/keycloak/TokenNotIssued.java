package jp.nenkin.keycloak;

import org.jspecify.annotations.Nullable;

/** Keycloak gave a client no token; the message names realm, client and reason, and never the secret. */
public final class TokenNotIssued extends RuntimeException {

    TokenNotIssued(DemoClient client, String reason, @Nullable Throwable cause) {
        super("no token for client %s of realm %s: %s".formatted(client.clientId(), client.realm(), reason), cause);
    }
}
