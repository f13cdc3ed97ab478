package jp.nenkin.member.name;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import jp.nenkin.member.name.Repertoire.Unwritable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RepertoireTest {

    @Test
    void each_character_that_cannot_be_written_is_told_with_its_place_and_a_proposal() {
        assertThat(Repertoire.JIS_X_0208.unwritable("髙﨑①㈱ 一郎"))
                .containsExactly(
                        new Unwritable(0, "髙", Optional.of("高")),
                        new Unwritable(1, "﨑", Optional.of("崎")),
                        new Unwritable(2, "①", Optional.of("1")),
                        new Unwritable(3, "㈱", Optional.of("(株)")));
    }

    @Test
    void the_code_page_of_windows_writes_more() {
        assertThat(Repertoire.WINDOWS_31J.unwritable("髙﨑①㈱ 一郎")).isEmpty();
        assertThat(Repertoire.WINDOWS_31J.unwritable("𠮷田")).containsExactly(new Unwritable(0, "𠮷", Optional.of("吉")));
    }

    @Test
    void places_count_characters_and_not_their_halves() {
        assertThat(Repertoire.JIS_X_0208.unwritable("𠮷田﨑"))
                .extracting(Unwritable::position)
                .containsExactly(0, 2);
    }

    @ParameterizedTest
    @CsvSource({"−, －", "〜, ～", "—, ―", "\uFA19, 神", "鷗, 鴎", "Ⅲ, III", "ⅷ, viii", "¥, ￥"})
    void a_proposal_can_be_written_itself(String character, String proposal) {
        assertThat(Repertoire.JIS_X_0208.unwritable(character))
                .containsExactly(new Unwritable(0, character, Optional.of(proposal)));
        assertThat(Repertoire.JIS_X_0208.unwritable(proposal)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"鍈", "😀", "\uE000", "é"})
    void where_nobody_can_know_nothing_is_proposed(String character) {
        assertThat(Repertoire.JIS_X_0208.unwritable(character))
                .containsExactly(new Unwritable(0, character, Optional.empty()));
    }

    @Test
    void nothing_is_ever_a_question_mark() {
        List<Unwritable> all = Repertoire.JIS_X_0208.unwritable("髙﨑①㈱𠮷鍈😀\uE000é〜−¥".repeat(2));
        assertThat(all).noneMatch(found -> found.proposal().filter("?"::equals).isPresent());
    }

    @ParameterizedTest
    @ValueSource(strings = {"高崎 一郎", "ﾀｶｻｷ ｲﾁﾛｳ", "渡邊", "ABC abc 123", "（株）～―"})
    void what_the_standard_has_is_writable(String text) {
        assertThat(Repertoire.JIS_X_0208.unwritable(text)).isEmpty();
    }
}
