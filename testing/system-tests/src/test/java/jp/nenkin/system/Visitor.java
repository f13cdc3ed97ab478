package jp.nenkin.system;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import jp.nenkin.local.Program;
import jp.nenkin.local.RunningSystem;
import jp.nenkin.local.demo.DemoFund;

/** Somebody at the portal with a browser's cookies and without its scripts. */
final class Visitor {
    private static final Pattern FORM = Pattern.compile("<form[^>]*\\saction=\"([^\"]+)\"");
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final HttpClient browser;
    private final URI portal;

    private Visitor(RunningSystem system) {
        this.browser = HttpClient.newBuilder()
                .sslContext(system.folder().certificates().sslContext())
                .cookieHandler(cookies)
                // By HTTP/2 this client announces no length of an empty body, as browsers do.
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.ALWAYS)
                .build();
        this.portal = system.url(Program.AUTH);
    }

    /** Goes the way of the sign-in page, the 2025 example or an officer, and comes back with a session. */
    static Visitor signedIn(RunningSystem system, String realm, String loginId) {
        Visitor visitor = new Visitor(system);
        HttpResponse<String> page = visitor.get(visitor.portal.resolve("/sign-in/" + realm));
        Map<String, String> fields = Map.of(
                "username", loginId,
                "password", system.password(realm, loginId).orElseThrow(),
                "birthDate", DemoFund.EXAMPLE_2025_BORN.toString());
        HttpResponse<String> back = visitor.fill(page, fields);
        if (realm.equals("fund")) {
            back = visitor.fill(back, Map.of("otp", system.oneTimeCode(loginId)));
        }
        if (back.uri().getPort() != visitor.portal.getPort()) {
            throw new AssertionError("not signed in: " + back.statusCode() + " " + back.uri());
        }
        return visitor;
    }

    private HttpResponse<String> fill(HttpResponse<String> page, Map<String, String> fields) {
        Matcher form = FORM.matcher(page.body());
        if (!form.find()) {
            throw new AssertionError("no page to fill in: " + page.statusCode());
        }
        String body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        return send(HttpRequest.newBuilder(URI.create(form.group(1).replace("&amp;", "&")))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body)));
    }

    CookieManager cookies() {
        return cookies;
    }

    HttpResponse<String> get(String path) {
        return get(portal.resolve(path));
    }

    HttpResponse<String> get(URI address) {
        return send(HttpRequest.newBuilder(address).GET());
    }

    /** An unsafe call as the portal's own pages make it. */
    HttpResponse<String> post(URI address, String csrfToken) {
        return send(unsafe(address).header("X-CSRF-Token", csrfToken).header("Origin", portal.toString()));
    }

    /** An unsafe call to which the caller adds what it has. */
    HttpRequest.Builder unsafe(URI address) {
        return HttpRequest.newBuilder(address)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", "visitor-" + address.getPath().hashCode())
                .POST(BodyPublishers.noBody());
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return browser.send(
                    request.timeout(LIMIT).header("Accept-Language", "en").build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
