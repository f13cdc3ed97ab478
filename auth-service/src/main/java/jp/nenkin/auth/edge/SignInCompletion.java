package jp.nenkin.auth.edge;

import io.quarkus.oidc.AuthenticationCompletionAction;
import io.quarkus.oidc.AuthorizationCodeTokens;
import io.quarkus.security.AuthenticationCompletionException;
import io.quarkus.security.AuthenticationRedirectException;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.util.Objects;
import jp.nenkin.auth.keycloak.Realm;
import jp.nenkin.auth.secret.Secret;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jboss.logging.Logger;

/**
 * Begins our session when Quarkus has finished the code flow and verified who it is, and sends the browser on: so no
 * cookie of Quarkus' own is ever made, and no token leaves this service (ADR 7).
 */
@ApplicationScoped
class SignInCompletion implements AuthenticationCompletionAction {
    private static final Logger LOG = Logger.getLogger(SignInCompletion.class);
    private static final int SEE_OTHER = 303;
    // The portal says both in words.
    private static final String REFUSED = "/?sign-in=refused";
    static final String UNAVAILABLE = "/?sign-in=unavailable";

    private final Sessions sessions;
    private final SessionCookie cookie;
    private final Clock clock;

    SignInCompletion(Sessions sessions, SessionCookie cookie, Clock clock) {
        this.sessions = sessions;
        this.cookie = cookie;
        this.clock = clock;
    }

    void register(@Observes Router router) {
        router.route("/sign-in/*").order(Integer.MIN_VALUE + 1).failureHandler(this::failed);
    }

    @Override
    public Uni<Void> action(AuthenticationCompletionContext completed) {
        RoutingContext request = completed.routingContext();
        return completed
                .requestContext()
                .runBlocking(() -> {
                    begin((JsonWebToken) completed.identity().getPrincipal(), completed.tokens(), request);
                    return completed.identity();
                })
                .onItem()
                .transformToUni(known -> Uni.createFrom()
                        .failure(new AuthenticationRedirectException(SEE_OTHER, cookie.takeReturnTo(request))));
    }

    private void begin(JsonWebToken identity, AuthorizationCodeTokens given, RoutingContext request) {
        String keycloakSession = Objects.requireNonNull(identity.getClaim("sid"), "sid");
        Tokens tokens = new Tokens(
                given.getAccessToken(),
                Objects.requireNonNull(given.getRefreshToken(), "refresh token"),
                clock.instant().plusSeconds(given.getAccessTokenExpiresIn()));
        Secret id = sessions.begin(person(identity), keycloakSession, tokens);
        cookie.read(request).ifPresent(former -> sessions.replace(former, keycloakSession));
        cookie.write(id, request);
    }

    private static Person person(JsonWebToken identity) {
        String issuer = identity.getIssuer();
        Realm realm = Realm.of(issuer.substring(issuer.lastIndexOf('/') + 1));
        return new Person(realm, identity.getSubject(), identity.getClaim("member_number"), identity.getClaim("name"));
    }

    /** A person stands before the browser: a status without a page would leave him there. */
    private void failed(RoutingContext request) {
        Throwable fault = request.failure();
        if (request.response().ended() || fault == null || fault instanceof AuthenticationRedirectException) {
            request.next();
            return;
        }
        // Its message tells of the protocol's parts, not of the person.
        LOG.warnf("A sign-in failed: %s", fault.getClass().getSimpleName());
        request.response()
                .setStatusCode(SEE_OTHER)
                .putHeader("Location", fault instanceof AuthenticationCompletionException ? REFUSED : UNAVAILABLE)
                .end();
    }
}
