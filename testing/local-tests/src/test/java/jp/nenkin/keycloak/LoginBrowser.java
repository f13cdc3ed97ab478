package jp.nenkin.keycloak;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import jp.nenkin.keycloak.LiveKeycloak.Servers;

/** A browser on Keycloak's pages, with cookies and without scripts, that was sent there by the portal. */
final class LoginBrowser implements AutoCloseable {

    private static final Pattern FORM = Pattern.compile("<form[^>]*\\saction=\"([^\"]+)\"");

    private final URI keycloak;
    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final HttpClient http;

    LoginBrowser(Servers servers) {
        this.keycloak = servers.server().url();
        this.http = HttpClient.newBuilder()
                .sslContext(servers.folder().certificates().sslContext())
                .cookieHandler(cookies)
                .build();
    }

    /** The page that the portal sends to; the answer may also be the way back. */
    HttpResponse<String> open(String realm) {
        return open(realm, "");
    }

    /** @param more parameters, each begun by an ampersand */
    HttpResponse<String> open(String realm, String more) {
        return open(realm, "edge", LiveKeycloak.PORTAL.resolve("/sign-in/" + realm), more);
    }

    /** As another client sends there. */
    HttpResponse<String> openOf(String client, String realm, String back) {
        return open(realm, client, keycloak.resolve(back), "");
    }

    private HttpResponse<String> open(String realm, String client, URI back, String more) {
        return follow(get(keycloak.resolve(
                ("/realms/%s/protocol/openid-connect/auth?client_id=%s&response_type=code&scope=openid&state=s"
                                + "&ui_locales=en&redirect_uri=%s&code_challenge=%s&code_challenge_method=S256%s")
                        .formatted(realm, client, back, "A".repeat(43), more))));
    }

    HttpResponse<String> signIn(HttpResponse<String> page, String loginId, String password, String birthDate) {
        return fill(page, Map.of("username", loginId, "password", password, "birthDate", birthDate));
    }

    HttpResponse<String> fill(HttpResponse<String> page, Map<String, String> fields) {
        Matcher form = FORM.matcher(page.body());
        if (!form.find()) {
            throw new AssertionError("no form: " + page.statusCode() + " " + page.body());
        }
        String body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
        return follow(send(HttpRequest.newBuilder(URI.create(form.group(1).replace("&amp;", "&")))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body))));
    }

    /** Whether this answer leads back to the portal with a code that is good for tokens. */
    static boolean isIn(HttpResponse<String> answer) {
        return answer.headers()
                .firstValue("Location")
                .filter(location -> location.startsWith(LiveKeycloak.PORTAL + "/") && location.contains("code="))
                .isPresent();
    }

    CookieManager cookies() {
        return cookies;
    }

    private HttpResponse<String> follow(HttpResponse<String> answer) {
        HttpResponse<String> last = answer;
        while (last.headers().firstValue("Location").filter(this::isHere).isPresent()) {
            last = get(URI.create(last.headers().firstValue("Location").orElseThrow()));
        }
        return last;
    }

    private boolean isHere(String location) {
        return location.startsWith(keycloak.toString());
    }

    private HttpResponse<String> get(URI address) {
        return send(HttpRequest.newBuilder(address));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        } catch (InterruptedException fault) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(fault);
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
