package jp.nenkin.auth.edge;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import jp.nenkin.auth.secret.Secret;
import jp.nenkin.keycloak.DemoPerson;
import jp.nenkin.kit.LocalParts;
import org.eclipse.microprofile.config.ConfigProvider;

/** A browser as far as the edge knows one: it keeps cookies, fills in Keycloak's page, and sends what pages send. */
final class Browser implements AutoCloseable {
    private static final Pattern FORM = Pattern.compile("<form[^>]*action=\"([^\"]+)\"");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int SEE_OTHER = 303;

    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final HttpClient client = HttpClient.newBuilder()
            .sslContext(LocalParts.tls())
            .cookieHandler(cookies)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final List<String> seen = Collections.synchronizedList(new ArrayList<>());

    static URI portal() {
        return URI.create(setting("nenkin.portal.url"));
    }

    static String setting(String name) {
        return ConfigProvider.getConfig().getValue(name, String.class);
    }

    /** A browser in which this person has signed in. */
    static Browser of(DemoPerson person) {
        Browser browser = new Browser();
        browser.signIn(person, "/");
        return browser;
    }

    /** Goes through the login page; the answer is the last redirect, back into the portal. */
    HttpResponse<String> signIn(DemoPerson person, String returnTo) {
        String password = LocalParts.password(person);
        LocalParts.ensurePortal();
        HttpResponse<String> start =
                get("/sign-in/" + person.realm() + "?returnTo=" + URLEncoder.encode(returnTo, UTF_8));
        assertThat(start.statusCode()).isEqualTo(302);
        HttpResponse<String> page = send(HttpRequest.newBuilder(location(start)));
        HttpResponse<String> back = page.statusCode() == 200 ? logIn(page, person, password) : page;
        assertThat(back.statusCode()).as(back.body()).isEqualTo(302);
        HttpResponse<String> done = send(HttpRequest.newBuilder(location(back)));
        assertThat(done.statusCode()).as(done.body()).isEqualTo(SEE_OTHER);
        return done;
    }

    /** Fills in the login page, and an officer's page for the one-time code. */
    HttpResponse<String> logIn(HttpResponse<String> page, DemoPerson person, String password) {
        String birthDate = person.birthDate().map(LocalDate::toString).orElse("");
        HttpResponse<String> answer =
                fill(page, Map.of("username", person.loginId(), "password", password, "birthDate", birthDate));
        return person.realm().equals("fund") && answer.statusCode() == 200
                ? fill(answer, Map.of("otp", LocalParts.oneTimeCode(person)))
                : answer;
    }

    /** Sends the form of a page of Keycloak's. */
    HttpResponse<String> fill(HttpResponse<String> page, Map<String, String> fields) {
        Matcher form = FORM.matcher(page.body());
        assertThat(form.find()).as("a form in %s", page.body()).isTrue();
        String filled = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
        return send(HttpRequest.newBuilder(URI.create(form.group(1).replace("&amp;", "&")))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(filled)));
    }

    HttpResponse<String> get(String path) {
        return send(request(path));
    }

    /** As the portal's page sends what changes something. */
    HttpResponse<String> post(String path, String body) {
        return post(path, BodyPublishers.ofString(body));
    }

    HttpResponse<String> post(String path, BodyPublisher body) {
        return send(request(path)
                .header("Content-Type", "application/json")
                .header("Origin", portal().toString())
                .header("X-CSRF-Token", csrfToken())
                .POST(body));
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(portal().resolve(path));
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        HttpResponse<String> answer = send(request, BodyHandlers.ofString());
        seen.add(answer.headers().map() + "\n" + answer.body());
        return answer;
    }

    <T> HttpResponse<T> send(HttpRequest.Builder request, HttpResponse.BodyHandler<T> handler) {
        try {
            return client.send(request.timeout(Duration.ofSeconds(60)).build(), handler);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        } catch (InterruptedException fault) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(fault);
        }
    }

    JsonNode session() {
        return json(get("/session"));
    }

    String csrfToken() {
        return session().path("csrfToken").asText();
    }

    static JsonNode json(HttpResponse<String> answer) {
        try {
            return JSON.readTree(answer.body());
        } catch (IOException fault) {
            throw new UncheckedIOException(answer.body(), fault);
        }
    }

    static URI location(HttpResponse<?> answer) {
        return answer.uri().resolve(answer.headers().firstValue("Location").orElseThrow());
    }

    /** The session's cookie, or nothing where there is none. */
    String cookie() {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(SessionCookie.NAME))
                .map(HttpCookie::getValue)
                .findFirst()
                .orElse("");
    }

    byte[] idHash() {
        return new Secret(cookie()).hash();
    }

    List<String> cookieNames() {
        return cookies.getCookieStore().get(portal()).stream()
                .map(HttpCookie::getName)
                .toList();
    }

    void plant(String cookie) {
        HttpCookie planted = new HttpCookie(SessionCookie.NAME, cookie);
        planted.setPath("/");
        // As Java's cookie store calls it, so that the service's own cookie takes its place.
        planted.setDomain("localhost.local");
        planted.setSecure(true);
        planted.setVersion(0);
        cookies.getCookieStore().add(portal(), planted);
    }

    /** Everything the browser was ever shown: headers and bodies. */
    List<String> seen() {
        return List.copyOf(seen);
    }

    @Override
    public void close() {
        client.close();
    }
}
