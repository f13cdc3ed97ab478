package jp.nenkin.auth.edge;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class ReturnToTest {

    @ParameterizedTest
    @ValueSource(strings = {"/", "/messages", "/messages/2c4e-11?tab=notice&page=2", "/?year=2024", "/a%20b"})
    void a_place_of_the_portal_is_kept(String path) {
        assertThat(ReturnTo.orHome(path)).isEqualTo(path);
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(
            strings = {
                "//evil.example",
                "///evil.example",
                "/\\evil.example",
                "\\/evil.example",
                "/\t/evil.example",
                "/\n/evil.example",
                "/%0d%0aSet-Cookie: x=1 ",
                "https://evil.example/",
                "https:evil.example",
                "javascript:alert(1)",
                "evil.example",
                " /messages",
                "/./messages",
                "/../messages",
                "/messages#fragment",
                "/messages; x",
                "/メッセージ"
            })
    void anything_else_is_the_first_page(String path) {
        assertThat(ReturnTo.orHome(path)).isEqualTo("/");
    }

    @Test
    void a_path_may_have_512_letters() {
        assertThat(ReturnTo.orHome("/" + "a".repeat(511))).hasSize(512);
        assertThat(ReturnTo.orHome("/" + "a".repeat(512))).isEqualTo("/");
    }
}
