package jp.nenkin.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | ENGLISH",
                "en-US,en;q=0.9 | ENGLISH",
                "ja | JAPANESE",
                "ja,en;q=0.5 | JAPANESE",
                "en;q=0.5,ja;q=0.4 | ENGLISH",
                "fr | JAPANESE",
                "* | JAPANESE",
                "'' | JAPANESE",
                ";;;q=nonsense | JAPANESE"
            })
    void japanese_unless_english_is_asked_for(String header, Language language) {
        assertThat(Language.accepted(header)).isEqualTo(language);
    }

    @Test
    void placeholders_take_values_and_stay_seen_without() {
        Text text = new Text("{a}と{b}", "{a} and {b}");

        assertThat(text.in(Language.ENGLISH, Map.of("a", "$1"))).isEqualTo("$1 and {b}");
        assertThat(text.in(Language.JAPANESE, Map.of("a", 1, "b", 2))).isEqualTo("1と2");
    }
}
