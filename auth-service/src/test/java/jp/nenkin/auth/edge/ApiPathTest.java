package jp.nenkin.auth.edge;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApiPathTest {

    @Test
    void a_path_names_a_service_and_what_of_it() {
        ApiPath path = ApiPath.of("/api/ledger/members/0000002025/history").orElseThrow();
        assertThat(path).isEqualTo(new ApiPath("ledger", "/members/0000002025/history"));
        assertThat(path.whole()).isEqualTo("/api/ledger/members/0000002025/history");
        assertThat(path.prefix()).isEqualTo("/api/ledger");
        assertThat(ApiPath.of("/api/ledger/quotes/x.y~z_-1")).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api",
                "/api/",
                "/api/ledger",
                "/api/ledger/",
                "/api/Ledger/a",
                "/api//a",
                "/api/ledger//a",
                "/api/ledger/a/",
                "/api/ledger/../a",
                "/api/ledger/a/..",
                "/api/ledger/.a",
                "/api/ledger/a%2fb",
                "/api/ledger/a;b",
                "/api/ledger/a\\b",
                "/api/ledger/a b",
                "/api/ledger/q",
                "/api/ledger/q/health",
                "/x/api/ledger/a"
            })
    void anything_else_is_no_operation(String path) {
        assertThat(ApiPath.of(path)).isEmpty();
    }
}
