package jp.nenkin.auth.edge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import jp.nenkin.auth.LocalUsers;
import jp.nenkin.auth.Neighbourhood;
import jp.nenkin.auth.secret.Secret;
import jp.nenkin.keycloak.DemoPerson;
import jp.nenkin.kit.LocalParts;
import jp.nenkin.kit.Sql;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(LocalParts.class)
@WithTestResource(Neighbourhood.class)
class SignInTest {
    private static final DemoPerson MEMBER = DemoPerson.member("0000000101", LocalDate.of(1985, 5, 5));

    @Test
    void a_member_signs_in_and_is_sent_back_to_where_he_was() {
        try (Browser browser = new Browser()) {
            HttpResponse<String> done = browser.signIn(MEMBER, "/messages/1?tab=notice");

            assertThat(done.headers().firstValue("Location")).contains("/messages/1?tab=notice");
            HttpResponse<String> answer = browser.get("/session");
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
            JsonNode session = Browser.json(answer);
            assertThat(session.path("kind").asText()).isEqualTo("MEMBER");
            assertThat(session.path("memberNumber").asText()).isEqualTo("0000000101");
            assertThat(session.has("name")).isFalse();
            assertThat(session.path("csrfToken").asText()).hasSize(43);
            Instant now = Instant.now();
            assertThat(Instant.parse(session.path("idleEndsAt").asText()))
                    .isBetween(now.plus(Duration.ofMinutes(28)), now.plus(Duration.ofMinutes(31)));
            assertThat(Instant.parse(session.path("endsAt").asText()))
                    .isBetween(now.plus(Duration.ofHours(7)), now.plus(Duration.ofHours(8)));
        }
    }

    @Test
    void an_officer_signs_in_with_the_other_realm() {
        try (Browser browser = Browser.of(DemoPerson.officerA())) {
            JsonNode session = browser.session();
            assertThat(session.path("kind").asText()).isEqualTo("OFFICER");
            assertThat(session.has("memberNumber")).isFalse();
            assertThat(session.path("name").asText()).contains("職員");
        }
    }

    @Test
    void whoever_signs_in_gets_a_new_cookie_and_his_former_session_is_over() throws SQLException {
        try (Browser browser = new Browser()) {
            String planted = "A".repeat(43);
            browser.plant(planted);
            browser.signIn(MEMBER, "/");
            String first = browser.cookie();
            assertThat(first).hasSize(43).isNotEqualTo(planted);

            browser.signIn(MEMBER, "/");

            assertThat(browser.cookie()).isNotEqualTo(first);
            assertThat(rows(first)).isZero();
            assertThat(rows(browser.cookie())).isEqualTo(1);
            assertThat(browser.get("/session").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void a_browser_has_one_session_also_of_two_realms() throws SQLException {
        try (Browser browser = Browser.of(MEMBER)) {
            String asMember = browser.cookie();
            String subject = Sql.column("select subject from edge_session where id_hash = ?", browser.idHash())
                    .getFirst();
            long before = LocalUsers.sessionsOf("member", subject);

            browser.signIn(DemoPerson.officer("officer-too", "C"), "/");

            assertThat(browser.session().path("kind").asText()).isEqualTo("OFFICER");
            assertThat(rows(asMember)).isZero();
            assertThat(LocalUsers.sessionsOf("member", subject)).isEqualTo(before - 1);
        }
    }

    @Test
    void the_cookie_is_the_browsers_alone() {
        try (Browser browser = new Browser()) {
            HttpResponse<String> done = browser.signIn(MEMBER, "/");
            assertThat(done.headers().allValues("Set-Cookie"))
                    .filteredOn(cookie -> cookie.startsWith("__Host-session="))
                    .singleElement()
                    .asString()
                    .matches("__Host-session=[A-Za-z0-9_-]{43}; Path=/; Secure; HTTPOnly; SameSite=Lax");
            assertThat(done.headers().allValues("Set-Cookie")).noneMatch(cookie -> cookie.startsWith("q_session"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example/",
                "//evil.example/",
                "/\\evil.example",
                "\\/evil.example",
                "/\t/evil.example",
                "javascript:alert(1)",
                "evil.example",
                ""
            })
    void nobody_is_sent_to_another_site(String returnTo) {
        try (Browser browser = new Browser()) {
            HttpResponse<String> done = browser.signIn(MEMBER, returnTo);
            assertThat(done.headers().firstValue("Location")).contains("/");
        }
    }

    @Test
    void a_sign_in_that_was_not_begun_here_leads_back_to_the_portal() {
        try (Browser browser = new Browser()) {
            LocalParts.ensurePortal();
            HttpResponse<String> start = browser.get("/sign-in/member");
            String state =
                    start.headers().firstValue("Location").orElseThrow().replaceFirst(".*[?&]state=([^&]*).*", "$1");

            HttpResponse<String> answer = browser.get("/sign-in/member?code=made-up&state=" + state);

            assertThat(answer.statusCode()).isEqualTo(303);
            assertThat(answer.headers().firstValue("Location")).contains("/?sign-in=refused");
            assertThat(browser.cookie()).isEmpty();
        }
        try (Browser stranger = new Browser()) {
            HttpResponse<String> answer = stranger.get("/sign-in/member?code=made-up&state=made-up");
            assertThat(answer.statusCode()).as("begins anew").isEqualTo(302);
            assertThat(stranger.cookie()).isEmpty();
        }
    }

    @Test
    void the_code_flow_has_proof_state_and_nonce_and_one_place_to_return_to() {
        try (Browser browser = new Browser()) {
            LocalParts.ensurePortal();
            HttpResponse<String> start = browser.send(
                    HttpRequest.newBuilder(Browser.portal().resolve("/sign-in/fund?redirect_uri=https://evil.example"))
                            .header("X-Forwarded-Host", "evil.example"));
            assertThat(start.headers().firstValue("Location").orElseThrow())
                    .startsWith(Browser.setting("nenkin.keycloak") + "/realms/fund/")
                    .contains("code_challenge_method=S256", "code_challenge=", "state=", "nonce=", "client_id=edge")
                    .contains("redirect_uri=https%3A%2F%2Flocalhost%3A"
                            + Browser.portal().getPort() + "%2Fsign-in%2Ffund&")
                    .doesNotContain("evil.example");
        }
    }

    @Test
    void who_wants_another_password_is_asked_for_the_present_one_and_comes_back_signed_in() {
        DemoPerson person = DemoPerson.member("0000000102", LocalDate.of(1985, 5, 5));
        try (Browser browser = Browser.of(person)) {
            long signedIn = Instant.now().getEpochSecond();
            // Keycloak counts in whole seconds: who has signed in in this one is not asked again.
            while (Instant.now().getEpochSecond() == signedIn) {
                Thread.onSpinWait();
            }
            HttpResponse<String> start = browser.get("/sign-in/member?returnTo=/account&kc_action=UPDATE_PASSWORD");
            HttpResponse<String> page = browser.send(HttpRequest.newBuilder(Browser.location(start)));
            assertThat(page.body()).contains("name=\"birthDate\"");

            HttpResponse<String> action = browser.logIn(page, person, LocalParts.password(person));
            HttpResponse<String> change = browser.send(HttpRequest.newBuilder(Browser.location(action)));
            HttpResponse<String> back = browser.fill(
                    change,
                    Map.of("password-new", "atarashii7", "password-confirm", "atarashii7", "logout-sessions", "on"));
            HttpResponse<String> done = browser.send(HttpRequest.newBuilder(Browser.location(back)));

            assertThat(done.headers().firstValue("Location")).contains("/account");
            assertThat(browser.get("/session").statusCode()).isEqualTo(200);
        }
    }

    private static int rows(String cookie) throws SQLException {
        return Sql.column("select 1 from edge_session where id_hash = ?", new Secret(cookie).hash())
                .size();
    }
}
