package jp.nenkin.auth.edge;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import java.util.Objects;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Sends nobody to a Keycloak that is away: the portal says it in words, and the browser would not. */
@ApplicationScoped
class SignInGate {
    private static final int SEE_OTHER = 303;

    private final KeycloakApi keycloak;

    SignInGate(@RestClient KeycloakApi keycloak) {
        this.keycloak = keycloak;
    }

    void register(@Observes Router router) {
        // Before Quarkus makes the way to Keycloak.
        router.get("/sign-in/:realm").order(Integer.MIN_VALUE + 2).handler(this::check);
    }

    private void check(RoutingContext request) {
        // Who comes back from Keycloak has just seen it.
        if (request.request().getParam("state") != null) {
            request.next();
            return;
        }
        String realm = Objects.requireNonNull(request.pathParam("realm"));
        request.vertx().executeBlocking(() -> isThere(realm), false).onComplete(there -> {
            if (there.succeeded() && there.result()) {
                request.next();
            } else {
                request.response()
                        .setStatusCode(SEE_OTHER)
                        .putHeader("Location", SignInCompletion.UNAVAILABLE)
                        .end();
            }
        });
    }

    private boolean isThere(String realm) {
        try {
            KeycloakApi.Keys _ = keycloak.keys(realm);
            return true;
        } catch (NotFoundException noRealm) {
            // What there is no realm for, the rest of the way refuses.
            return true;
        } catch (WebApplicationException | ProcessingException away) {
            return false;
        }
    }
}
