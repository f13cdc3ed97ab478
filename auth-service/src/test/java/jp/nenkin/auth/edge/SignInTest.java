package jp.nenkin.auth.edge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import jp.nenkin.auth.Neighbourhood;
import jp.nenkin.keycloak.DemoPerson;
import jp.nenkin.kit.LocalParts;
import org.junit.jupiter.api.Test;

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
}
