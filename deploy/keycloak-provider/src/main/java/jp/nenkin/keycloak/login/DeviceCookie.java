package jp.nenkin.keycloak.login;

import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.NewCookie;
import java.time.Duration;
import java.util.Optional;
import org.keycloak.common.util.Time;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.services.resources.RealmsResource;

/**
 * The cookie by which a browser is known in which a member has signed in before (OWASP: device cookies): it is counted
 * by itself, so that strangers who guess cannot keep the member out.
 */
record DeviceCookie(KeycloakSession session) {

    static final String NAME = "NENKIN_DEVICE";

    private static final Duration KEPT = Duration.ofDays(180);

    /** The number of this person's browser, or empty for a stranger's. */
    Optional<String> deviceOf(UserModel user) {
        Cookie cookie = session.getContext()
                .getHttpRequest()
                .getHttpHeaders()
                .getCookies()
                .get(NAME);
        return Optional.ofNullable(cookie)
                .map(sent -> session.tokens().decode(sent.getValue(), DeviceToken.class))
                .filter(token -> token.isOf(user.getId()))
                .map(DeviceToken::getId);
    }

    /** With a new number: whoever has an old cookie is not counted together with this browser. */
    void give(UserModel user) {
        long now = Duration.ofMillis(Time.currentTimeMillis()).toSeconds();
        DeviceToken token = DeviceToken.of(user.getId(), KeycloakModelUtils.generateId(), now + KEPT.toSeconds());
        String path = RealmsResource.realmBaseUrl(session.getContext().getUri())
                .path("/")
                .build(session.getContext().getRealm().getName())
                .getRawPath();
        session.getContext()
                .getHttpResponse()
                .setCookieIfAbsent(new NewCookie.Builder(NAME)
                        .value(session.tokens().encode(token))
                        .path(path)
                        .maxAge((int) KEPT.toSeconds())
                        .secure(true)
                        .httpOnly(true)
                        .sameSite(NewCookie.SameSite.STRICT)
                        .build());
    }
}
