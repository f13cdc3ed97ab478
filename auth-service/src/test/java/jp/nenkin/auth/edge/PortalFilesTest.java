package jp.nenkin.auth.edge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import jp.nenkin.auth.Neighbourhood;
import jp.nenkin.kit.LocalParts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(LocalParts.class)
@WithTestResource(Neighbourhood.class)
class PortalFilesTest {
    private static final Set<String> FOR_ANYBODY = Set.of(
            "/birth-date-inquiries",
            "/consent",
            "/email-confirmations",
            "/login-id-recoveries",
            "/login-id-recoveries/completion",
            "/password-recoveries",
            "/password-recoveries/completion",
            "/registrations",
            "/registrations/completion");

    private final Browser browser = new Browser();

    @ParameterizedTest
    @ValueSource(strings = {"/", "/index.html", "/messages", "/messages/2c4e", "/officer/publications?year=2024"})
    void a_page_is_the_index_and_asked_for_each_time(String path) {
        HttpResponse<String> answer = browser.get(path);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("ポータル");
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow())
                .containsIgnoringCase("text/html;charset=utf-8");
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-cache");
    }

    @Test
    void a_hashed_asset_never_changes() {
        HttpResponse<String> answer = browser.get("/assets/index-B1a2c3.js");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).contains("javascript");
        assertThat(answer.headers().firstValue("Cache-Control")).contains("public, max-age=31536000, immutable");
        assertThat(browser.get("/favicon.svg").headers().firstValue("Cache-Control"))
                .contains("no-cache");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/assets/index-gone.js", "/robots.txt", "/favicon.ico"})
    void a_file_that_is_not_there_is_not_a_page(String path) {
        HttpResponse<String> answer = browser.get(path);
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-cache");
        assertThat(answer.body()).doesNotContain("ポータル</title>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/.hidden", "/assets/..%2f..%2fpom.xml", "/%2e%2e/%2e%2e/pom.xml", "/assets//x"})
    void nothing_but_the_folder_is_given(String path) {
        assertThat(browser.get(path).statusCode()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/assets/index-B1a2c3.js",
                "/nothing.js",
                "/session",
                "/api/ledger/x",
                "/q/health/live",
                "/contacts/1",
                "/sign-in/fund",
                "/%2e%2e/x"
            })
    void every_answer_carries_the_security_headers(String path) {
        HttpResponse<String> answer = browser.get(path);
        String policy = String.join("", answer.headers().allValues("Content-Security-Policy"));
        assertThat(policy)
                .contains(
                        "default-src 'self'; ", "object-src 'none'; ", "base-uri 'none'; ", "frame-ancestors 'none'; ")
                .contains("form-action 'self' " + Browser.setting("nenkin.keycloak"))
                .doesNotContain("unsafe");
        assertThat(answer.headers().allValues("Strict-Transport-Security")).containsExactly("max-age=31536000");
        assertThat(answer.headers().allValues("X-Content-Type-Options")).containsExactly("nosniff");
        assertThat(answer.headers().allValues("Referrer-Policy")).containsExactly("no-referrer");
        assertThat(answer.headers().allValues("Cross-Origin-Opener-Policy")).containsExactly("same-origin");
        assertThat(answer.headers().allValues("Permissions-Policy")).hasSize(1);
    }

    @Test
    void a_portal_that_was_not_built_is_told_as_such() throws IOException {
        Path index = Path.of(Browser.setting("nenkin.portal.files"), "index.html");
        Path away = index.resolveSibling("index.away");
        Files.move(index, away);
        try {
            HttpResponse<String> answer = browser.get("/messages");
            assertThat(answer.statusCode()).isEqualTo(404);
            assertThat(answer.body()).contains("ポータルのファイルがありません");
        } finally {
            Files.move(away, index);
        }
    }

    @Test
    void no_operation_hides_behind_the_portal_and_each_wants_a_token_or_a_session() throws IOException {
        List<String> paths = new ArrayList<>();
        new YAMLMapper()
                .readTree(Path.of("openapi.yaml").toFile())
                .path("paths")
                .fieldNames()
                .forEachRemaining(paths::add);
        assertThat(paths).isNotEmpty().allSatisfy(path -> {
            assertThat(PortalFiles.OPERATIONS).contains(path.substring(1).replaceFirst("/.*", ""));
            String asked = path.replaceAll("\\{[^}]*}", "1");
            int read = browser.get(asked).statusCode();
            int sent = browser.send(browser.request(asked).POST(BodyPublishers.noBody()))
                    .statusCode();
            if (FOR_ANYBODY.contains(path)) {
                assertThat(read).isIn(200, 405);
                assertThat(sent).isIn(400, 405, 415);
            } else {
                assertThat(read).isIn(401, 405);
                assertThat(sent).isIn(401, 405);
            }
        });
    }
}
