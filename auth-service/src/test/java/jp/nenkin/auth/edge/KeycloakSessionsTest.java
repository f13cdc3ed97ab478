package jp.nenkin.auth.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import jp.nenkin.auth.keycloak.Realm;
import org.junit.jupiter.api.Test;

/** What becomes of a session when Keycloak does not answer as hoped: that cannot be had of a real one at will. */
class KeycloakSessionsTest {
    private static final Instant NOON = Instant.parse("2026-04-01T03:00:00Z");
    private static final Tokens TOKENS = new Tokens("access", "refresh", NOON);

    @Test
    void what_keycloak_gives_is_good_from_now_on() {
        assertThat(sessions(() -> new KeycloakApi.TokenAnswer("next", "once", 300))
                        .refresh(Realm.MEMBER, TOKENS))
                .contains(new Tokens("next", "once", NOON.plusSeconds(300)));
    }

    @Test
    void a_refusal_is_the_end_and_anything_else_is_not() {
        assertThat(sessions(answering(400)).refresh(Realm.MEMBER, TOKENS)).isEmpty();
        // 401 is about our own secret: nobody's session is to blame.
        for (int status : new int[] {401, 429, 500, 503}) {
            assertThatThrownBy(() -> sessions(answering(status)).refresh(Realm.MEMBER, TOKENS))
                    .isInstanceOf(KeycloakSessions.Away.class);
        }
        assertThatThrownBy(() -> sessions(away()).refresh(Realm.FUND, TOKENS))
                .isInstanceOf(KeycloakSessions.Away.class);
    }

    @Test
    void a_keycloak_that_is_away_holds_up_no_sign_out() {
        assertThatCode(() -> sessions(away()).end(Realm.MEMBER, TOKENS)).doesNotThrowAnyException();
        assertThatCode(() -> sessions(answering(500)).end(Realm.MEMBER, TOKENS)).doesNotThrowAnyException();
    }

    /** What Keycloak does when it is asked. */
    private interface Doing {
        KeycloakApi.TokenAnswer answer();
    }

    private static Doing answering(int status) {
        return () -> {
            throw new WebApplicationException(status);
        };
    }

    private static Doing away() {
        return () -> {
            throw new ProcessingException("connection refused");
        };
    }

    private static KeycloakSessions sessions(Doing keycloak) {
        // A class that implements it would be found by Quarkus and served as an operation of ours.
        KeycloakApi api = (KeycloakApi) Proxy.newProxyInstance(
                KeycloakApi.class.getClassLoader(),
                new Class<?>[] {KeycloakApi.class},
                (proxy, method, arguments) -> keycloak.answer());
        return new KeycloakSessions(api, "secret-m", "secret-f", Clock.fixed(NOON, ZoneOffset.UTC));
    }
}
