package jp.nenkin.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jp.nenkin.kit.Caller.Duty;
import jp.nenkin.kit.Caller.Person;
import jp.nenkin.kit.Caller.Post;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CallersTest {
    @Test
    void role_realm_and_claims_tell_who_calls() {
        assertThat(Callers.of(token("fund", Map.of()), Set.of("officer", "operator", "auditor")::contains))
                .contains(new Caller.Officer("fund/sub-1", "Hanako", Set.of(Duty.OPERATOR, Duty.AUDITOR)));
        assertThat(Callers.of(
                        token("employer", Map.of("establishment_number", "1000001")),
                        Set.of("establishment", "clerk")::contains))
                .contains(new Caller.Establishment(
                        "employer/sub-1", "1000001", Optional.of(new Person("Hanako", Set.of(Post.CLERK)))));
        assertThat(Callers.of(
                        token("system", Map.of("establishment_number", "1000001")), Set.of("establishment")::contains))
                .contains(new Caller.Establishment("system/sub-1", "1000001"));
        assertThat(Callers.of(token("system", Map.of("consultant_code", "13000001")), Set.of("consultant")::contains))
                .contains(new Caller.Consultant("system/sub-1", "13000001", Optional.empty()));
        assertThat(Callers.of(token("member", Map.of("member_number", "0000001234")), Set.of("member")::contains))
                .contains(new Caller.Member("member/sub-1", "0000001234"));
    }

    @Test
    void a_role_counts_only_in_realms_that_give_it() {
        assertThat(Callers.of(token("member", Map.of()), Set.of("officer", "operator")::contains))
                .isEmpty();
        assertThat(Callers.of(token("employer", Map.of()), Set.of("officer", "operator")::contains))
                .isEmpty();
        assertThat(Callers.of(
                        token("member", Map.of("establishment_number", "1000001")), Set.of("establishment")::contains))
                .isEmpty();
        assertThat(Callers.of(token("member", Map.of("consultant_code", "13000001")), Set.of("consultant")::contains))
                .isEmpty();
        assertThat(Callers.of(token("system", Map.of("member_number", "0000001234")), Set.of("member")::contains))
                .isEmpty();
        assertThat(Callers.of(token("master", Map.of()), Set.of("officer", "operator")::contains))
                .isEmpty();
    }

    @Test
    void an_officer_without_a_duty_and_a_person_without_a_post_are_no_callers() {
        assertThat(Callers.of(token("fund", Map.of()), Set.of("officer")::contains))
                .isEmpty();
        assertThat(Callers.of(token("system", Map.of()), Set.of("officer")::contains))
                .isEmpty();
        assertThat(Callers.of(token("fund", Map.of()), Set.of("operator")::contains))
                .isEmpty();
        assertThat(Callers.of(
                        token("employer", Map.of("establishment_number", "1000001")),
                        Set.of("establishment")::contains))
                .isEmpty();
        assertThat(Callers.of(token("employer", Map.of("consultant_code", "13000001")), Set.of("consultant")::contains))
                .isEmpty();
    }

    @Test
    void who_only_administers_does_not_file() {
        assertThat(new Person("hanako", Set.of(Post.ADMINISTRATOR)).files()).isFalse();
        assertThat(new Person("hanako", Set.of(Post.APPROVER)).files()).isTrue();
        assertThat(new Person("hanako", Set.of(Post.ADMINISTRATOR, Post.CLERK)).files())
                .isTrue();
    }

    @Test
    void two_roles_at_once_make_no_caller() {
        assertThat(Callers.of(
                        token("system", Map.of("establishment_number", "1000001")),
                        Set.of("officer", "operator", "establishment")::contains))
                .isEmpty();
        assertThat(Callers.of(
                        token("system", Map.of("establishment_number", "1000001", "consultant_code", "13000001")),
                        Set.of("establishment", "consultant")::contains))
                .isEmpty();
    }

    private static JsonWebToken token(String realm, Map<String, String> claims) {
        return new Token(realm, claims);
    }

    private record Token(String realm, Map<String, String> claims) implements JsonWebToken {
        @Override
        public String getName() {
            return "Hanako";
        }

        @Override
        public String getIssuer() {
            return "https://keycloak.example/realms/" + realm;
        }

        @Override
        public String getSubject() {
            return "sub-1";
        }

        @Override
        public Set<String> getClaimNames() {
            return claims.keySet();
        }

        @Override
        @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
        public <T> @Nullable T getClaim(String name) {
            return (T) claims.get(name);
        }
    }
}
