package jp.nenkin.auth.edge;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import jp.nenkin.auth.keycloak.Realm;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;

/** Keycloak's own sessions behind ours: kept alive by their refresh tokens, and ended with ours. */
@ApplicationScoped
class KeycloakSessions {
    private static final Logger LOG = Logger.getLogger(KeycloakSessions.class);
    private static final int REFUSED = 400;

    private final KeycloakApi keycloak;
    private final Map<Realm, String> secrets;
    private final Clock clock;

    KeycloakSessions(
            @RestClient KeycloakApi keycloak,
            @ConfigProperty(name = "nenkin.edge.member.secret") String memberSecret,
            @ConfigProperty(name = "nenkin.edge.fund.secret") String fundSecret,
            Clock clock) {
        this.keycloak = keycloak;
        this.secrets = Map.of(Realm.MEMBER, memberSecret, Realm.FUND, fundSecret);
        this.clock = clock;
    }

    /**
     * New tokens in place of these.
     *
     * @return empty if Keycloak has ended the session
     * @throws Away if Keycloak gives no answer to that
     */
    Optional<Tokens> refresh(Realm realm, Tokens tokens) {
        MultivaluedMap<String, String> form = form(realm, tokens);
        form.putSingle("grant_type", "refresh_token");
        try {
            KeycloakApi.TokenAnswer answer = keycloak.refresh(realm.label(), form);
            return Optional.of(new Tokens(
                    answer.accessToken(), answer.refreshToken(), clock.instant().plusSeconds(answer.expiresIn())));
        } catch (WebApplicationException refusal) {
            if (refusal.getResponse().getStatus() == REFUSED) {
                return Optional.empty();
            }
            throw new Away(refusal);
        } catch (ProcessingException fault) {
            throw new Away(fault);
        }
    }

    /** Ends Keycloak's session; when Keycloak is away, it ends by its own limits, and ours is over in any case. */
    void end(Realm realm, Tokens tokens) {
        try {
            keycloak.logout(realm.label(), form(realm, tokens));
        } catch (WebApplicationException | ProcessingException fault) {
            LOG.warnf("A session of realm %s was ended here, not in Keycloak: %s", realm.label(), fault);
        }
    }

    private MultivaluedMap<String, String> form(Realm realm, Tokens tokens) {
        MultivaluedMap<String, String> form = new MultivaluedHashMap<>();
        form.putSingle("client_id", "edge");
        form.putSingle("client_secret", secrets.get(realm));
        form.putSingle("refresh_token", tokens.refresh());
        return form;
    }

    /** Keycloak gives no answer just now. */
    static final class Away extends RuntimeException {
        Away(Throwable cause) {
            super("Keycloak gives no answer", cause);
        }
    }
}
