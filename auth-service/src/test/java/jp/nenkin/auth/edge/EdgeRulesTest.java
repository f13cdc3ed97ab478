package jp.nenkin.auth.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import jp.nenkin.auth.keycloak.Realm;
import jp.nenkin.auth.secret.Secret;
import org.junit.jupiter.api.Test;

/** The rules of the edge that need neither a browser nor Keycloak. */
class EdgeRulesTest {
    private static final Instant NOON = Instant.parse("2026-04-01T03:00:00Z");
    private static final Person OFFICER = new Person(Realm.FUND, "f-1", null, "職員 A");

    private final Session session = Session.begun(OFFICER, "kc-1", "token", NOON);

    @Test
    void a_session_ends_half_an_hour_after_its_last_use() {
        assertThat(session.over(NOON.plus(Duration.ofMinutes(30)).minusMillis(1)))
                .isFalse();
        assertThat(session.over(NOON.plus(Duration.ofMinutes(30)))).isTrue();
        assertThat(session.useWorthNoting(NOON.plusSeconds(59))).isFalse();
        assertThat(session.useWorthNoting(NOON.plusSeconds(60))).isTrue();
    }

    @Test
    void and_after_eight_hours_in_any_case() {
        Instant used = NOON.plus(Duration.ofMinutes(470));
        Session late = new Session(OFFICER, "kc-1", "token", NOON, used, session.endsAt());
        assertThat(late.idleEndsAt()).isEqualTo(NOON.plus(Duration.ofHours(8)));
        assertThat(late.over(NOON.plus(Duration.ofHours(8)).minusMillis(1))).isFalse();
        assertThat(late.over(NOON.plus(Duration.ofHours(8)))).isTrue();
    }

    @Test
    void tokens_are_due_ten_seconds_before_they_end() {
        Tokens tokens = new Tokens("access", "refresh", NOON);
        assertThat(tokens.due(NOON.minusSeconds(10))).isFalse();
        assertThat(tokens.due(NOON.minusSeconds(10).plusMillis(1))).isTrue();
        assertThat(tokens.usable(NOON.minusMillis(1))).isTrue();
        assertThat(tokens.usable(NOON)).isFalse();
        assertThat(Tokens.read(tokens.written(), NOON)).isEqualTo(tokens);
    }

    @Test
    void members_have_numbers_and_they_alone() {
        assertThatThrownBy(() -> new Person(Realm.MEMBER, "m-1", null, null))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Person(Realm.FUND, "f-1", "0000000001", null))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void what_is_secret_is_in_no_message() {
        Secret id = new Secret("s".repeat(43));
        assertThat("%s %s %s %s".formatted(id, session, OFFICER, new Tokens("access", "refresh", NOON)))
                .doesNotContain("sss", "token", "職員", "access", "refresh");
    }

    @Test
    void a_call_comes_from_the_portal_when_the_browser_says_so_and_the_page_knows_the_token() {
        CsrfRules rules = new CsrfRules("https://portal.example");
        assertThat(rules.fromPortal("https://portal.example", null)).isTrue();
        assertThat(rules.fromPortal("https://portal.example", "same-origin")).isTrue();
        assertThat(rules.fromPortal("https://portal.example", "cross-site")).isFalse();
        assertThat(rules.fromPortal("https://portal.example", "none")).isFalse();
        assertThat(rules.fromPortal("https://portal.example:8443", null)).isFalse();
        assertThat(rules.fromPortal("http://portal.example", null)).isFalse();
        assertThat(rules.fromPortal("null", null)).isFalse();
        assertThat(rules.fromPortal(null, "same-origin")).isFalse();
        assertThat(CsrfRules.knows("token", session)).isTrue();
        assertThat(CsrfRules.knows("tokem", session)).isFalse();
        assertThat(CsrfRules.knows("", session)).isFalse();
        assertThat(CsrfRules.knows(null, session)).isFalse();
        assertThat(CsrfRules.safe("GET")).isTrue();
        assertThat(CsrfRules.safe("get")).isFalse();
        assertThat(CsrfRules.safe("DELETE")).isFalse();
    }

    @Test
    void the_longest_beginning_of_a_path_says_how_large_a_body_may_be() {
        UploadLimits limits =
                new UploadLimits(10, Map.of("/api/member/filings", 20L, "/api/member/filings/files", 30L));
        assertThat(limits.of(new ApiPath("member", "/filings"))).isEqualTo(20);
        assertThat(limits.of(new ApiPath("member", "/filings/1"))).isEqualTo(20);
        assertThat(limits.of(new ApiPath("member", "/filings/files/1"))).isEqualTo(30);
        assertThat(limits.of(new ApiPath("member", "/filingsx"))).isEqualTo(10);
        assertThat(limits.of(new ApiPath("ledger", "/filings"))).isEqualTo(10);
    }
}
