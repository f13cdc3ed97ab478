package jp.nenkin.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

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
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.net.ssl.SSLContext;

/**
 * Keycloak's pages as a browser without scripts sees them, each time a new one.
 *
 * @param back where a client's browsers are sent after
 */
record SignInPages(URI keycloak, SSLContext tls, URI back) {
    private static final Pattern FORM = Pattern.compile("<form[^>]*\\saction=\"([^\"]+)\"");

    /** From the client to the page and with what is filled in to the way back. */
    void signIn(String client, Map<String, String> fields) {
        try (HttpClient browser = HttpClient.newBuilder()
                .sslContext(tls)
                .cookieHandler(new CookieManager(null, CookiePolicy.ACCEPT_ALL))
                .build()) {
            HttpResponse<String> page = send(
                    browser,
                    HttpRequest.newBuilder(keycloak.resolve(
                            "/realms/member/protocol/openid-connect/auth?response_type=code&scope=openid&client_id=%s&redirect_uri=%s"
                                    .formatted(client, back))));
            Matcher form = FORM.matcher(page.body());
            if (!form.find()) {
                throw new IllegalStateException("no sign-in page: " + page.statusCode());
            }
            HttpResponse<String> answer = send(
                    browser,
                    HttpRequest.newBuilder(URI.create(form.group(1).replace("&amp;", "&")))
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(BodyPublishers.ofString(encoded(fields))));
            if (!answer.headers().firstValue("Location").orElse("").startsWith(back.toString())) {
                throw new IllegalStateException("not signed in: " + answer.statusCode());
            }
        }
    }

    private static String encoded(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
    }

    private static HttpResponse<String> send(HttpClient browser, HttpRequest.Builder request) {
        try {
            return browser.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
