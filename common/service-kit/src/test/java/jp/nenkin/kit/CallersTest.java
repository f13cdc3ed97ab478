package jp.nenkin.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CallersTest {
    @Test
    void role_realm_and_claims_tell_who_calls() {
        assertThat(Callers.of(token("fund", Map.of()), Set.of("officer")::contains))
                .contains(new Caller.Officer("fund/sub-1", "Hanako"));
        assertThat(Callers.of(
                        token("employer", Map.of("establishment_number", "1000001")),
                        Set.of("establishment")::contains))
                .contains(new Caller.Establishment("employer/sub-1", "1000001", Optional.of("Hanako")));
        assertThat(Callers.of(
                        token("system", Map.of("establishment_number", "1000001")), Set.of("establishment")::contains))
                .contains(new Caller.Establishment("system/sub-1", "1000001"));
        assertThat(Callers.of(token("system", Map.of("consultant_code", "13000001")), Set.of("consultant")::contains))
                .contains(new Caller.Consultant("system/sub-1", "13000001"));
        assertThat(Callers.of(token("member", Map.of("member_number", "0000001234")), Set.of("member")::contains))
                .contains(new Caller.Member("member/sub-1", "0000001234"));
    }

    @Test
    void a_role_counts_only_in_realms_that_give_it() {
        assertThat(Callers.of(token("member", Map.of()), Set.of("officer")::contains))
                .isEmpty();
        assertThat(Callers.of(token("employer", Map.of()), Set.of("officer")::contains))
                .isEmpty();
        assertThat(Callers.of(
                        token("member", Map.of("establishment_number", "1000001")), Set.of("establishment")::contains))
                .isEmpty();
        assertThat(Callers.of(token("member", Map.of("consultant_code", "13000001")), Set.of("consultant")::contains))
                .isEmpty();
        assertThat(Callers.of(token("system", Map.of("member_number", "0000001234")), Set.of("member")::contains))
                .isEmpty();
        assertThat(Callers.of(token("master", Map.of()), Set.of("officer")::contains))
                .isEmpty();
    }

    @Test
    void two_roles_at_once_make_no_caller() {
        assertThat(Callers.of(
                        token("system", Map.of("establishment_number", "1000001")),
                        Set.of("officer", "establishment")::contains))
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
