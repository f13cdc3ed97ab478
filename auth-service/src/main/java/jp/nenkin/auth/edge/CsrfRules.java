package jp.nenkin.auth.edge;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What shows that a call that changes something comes from the portal's own page: the browser says so (Origin,
 * Sec-Fetch-Site), and the page knows the session's token.
 *
 * @param origin the portal's, as browsers write it
 */
record CsrfRules(String origin) {
    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

    static boolean safe(String method) {
        return SAFE.contains(method);
    }

    /** Older browsers send no Sec-Fetch-Site; all send Origin. */
    boolean fromPortal(@Nullable String origin, @Nullable String fetchSite) {
        return this.origin.equals(origin) && (fetchSite == null || fetchSite.equals("same-origin"));
    }

    /** In a time that does not tell how much of it fits. */
    static boolean knows(@Nullable String token, Session session) {
        return token != null
                && MessageDigest.isEqual(
                        token.getBytes(UTF_8), session.csrfToken().getBytes(UTF_8));
    }
}
