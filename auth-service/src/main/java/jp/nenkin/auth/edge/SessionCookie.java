package jp.nenkin.auth.edge;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import jp.nenkin.auth.secret.Secret;
import org.jspecify.annotations.Nullable;

/**
 * The cookies of the edge. Their names begin with {@code __Host-}: a browser takes such a cookie only over TLS from
 * this very host for all its paths, so that no neighbouring host can plant one.
 */
@ApplicationScoped
class SessionCookie {
    static final String NAME = "__Host-session";
    private static final String RETURN_TO = "__Host-return-to";
    // As long as the login page waits.
    private static final Duration SIGN_IN = Duration.ofMinutes(30);

    Optional<Secret> read(RoutingContext request) {
        return Secret.read(value(NAME, request.request()));
    }

    /** Without an age: it ends with the browser at the latest. */
    void write(Secret id, RoutingContext request) {
        request.response().addCookie(cookie(NAME, id.value()));
    }

    void clear(RoutingContext request) {
        request.response().addCookie(cookie(NAME, "").setMaxAge(0));
    }

    /** Where the browser goes back to is kept while it is at Keycloak. */
    void writeReturnTo(@Nullable String path, RoutingContext request) {
        request.response().addCookie(cookie(RETURN_TO, ReturnTo.orHome(path)).setMaxAge(SIGN_IN.toSeconds()));
    }

    /** Checked once more: a cookie is what the browser says. */
    String takeReturnTo(RoutingContext request) {
        String path = ReturnTo.orHome(value(RETURN_TO, request.request()));
        request.response().addCookie(cookie(RETURN_TO, "").setMaxAge(0));
        return path;
    }

    private static @Nullable String value(String name, HttpServerRequest request) {
        Cookie cookie = request.getCookie(name);
        return cookie == null ? null : cookie.getValue();
    }

    private static Cookie cookie(String name, String value) {
        return Cookie.cookie(name, value)
                .setPath("/")
                .setSecure(true)
                .setHttpOnly(true)
                .setSameSite(CookieSameSite.LAX);
    }
}
