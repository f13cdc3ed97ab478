package jp.nenkin.auth.edge;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A path below /api: which service is meant, and what of it.
 *
 * @param rest begins with a slash
 */
record ApiPath(String service, String rest) {
    // No percent signs, no empty segments, none that begin with a dot: nothing here can be read in two ways.
    private static final Pattern FORM = Pattern.compile("/api/([a-z]+)((?:/[A-Za-z0-9_~-][A-Za-z0-9._~-]*)+)");

    // Health, metrics and description are for those who run the service.
    private static final Pattern OPERATIONAL = Pattern.compile("/q(?:/.*)?");

    /** Empty for what is no operation of a service. */
    static Optional<ApiPath> of(String path) {
        Matcher found = FORM.matcher(path);
        return found.matches() && !OPERATIONAL.matcher(found.group(2)).matches()
                ? Optional.of(new ApiPath(found.group(1), found.group(2)))
                : Optional.empty();
    }

    /** As the browser asked for it. */
    String whole() {
        return prefix() + rest;
    }

    String prefix() {
        return "/api/" + service;
    }
}
