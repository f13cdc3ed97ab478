package jp.nenkin.auth.edge;

import io.quarkus.arc.Unremovable;
import io.quarkus.oidc.OidcRedirectFilter;
import io.quarkus.oidc.Redirect;
import jakarta.enterprise.context.ApplicationScoped;

/** Notes where the browser wants to be after sign-in, as Quarkus sends it to Keycloak. */
@ApplicationScoped
@Unremovable // Quarkus looks it up by its type, where the build sees nobody who injects it.
@Redirect(Redirect.Location.OIDC_AUTHORIZATION)
class SignInStart implements OidcRedirectFilter {
    private final SessionCookie cookie;

    SignInStart(SessionCookie cookie) {
        this.cookie = cookie;
    }

    @Override
    public void filter(OidcRedirectContext redirect) {
        String wanted = redirect.routingContext().request().getParam("returnTo");
        cookie.writeReturnTo(wanted, redirect.routingContext());
    }
}
