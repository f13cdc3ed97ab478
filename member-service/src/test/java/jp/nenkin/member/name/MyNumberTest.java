package jp.nenkin.member.name;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MyNumberTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "myNumber",
                "my_number",
                "My-Number",
                "個人番号",
                "ＭｙＮｕｍｂｅｒ",
                "マイナンバー",
                "individualNumber",
                "spouseMyNumber"
            })
    void a_property_that_is_called_like_it_is_known(String property) {
        assertThat(MyNumber.isNamedBy(property)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"memberNumber", "insuredNumber", "basicPensionNumber", "name", "establishmentNumber"})
    void no_other_property_is(String property) {
        assertThat(MyNumber.isNamedBy(property)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"123456789012", "1234-5678-9012", "１２３４　５６７８　９０１２", "1234‐5678‐9012"})
    void a_text_of_nothing_but_12_digits_may_be_one(String text) {
        assertThat(MyNumber.is(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"12345678901", "1234567890123", "東京都1-2-3", "0000001234", "企業年金 123456789012"})
    void any_other_text_is_none(String text) {
        assertThat(MyNumber.is(text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"番号 123456789012 の方", "1234-5678-9012", "写し 1234 5678 9012", "１２３４５６７８９０１２"})
    void words_with_12_digits_among_them_may_hold_one(String text) {
        assertThat(MyNumber.isWithin(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"123456789012", "個人番号 123456789012", "１２３４-５６７８-９０１２"})
    void a_text_that_may_tell_one_is_known(String text) {
        assertThat(MyNumber.isTold(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"01890a5d-ac96-774b-bcce-123456789012", "東京都千代田区霞が関1-2-3", "250,000"})
    void an_id_of_ours_and_other_digits_tell_none(String text) {
        assertThat(MyNumber.isTold(text)).isFalse();
    }

    @Test
    void no_character_is_folded_to_more_digits_than_it_is_counted_for() {
        for (char character = 0; character < Character.MAX_VALUE; character++) {
            String folded = Normalizer.normalize(String.valueOf(character), Normalizer.Form.NFKC);

            assertThat(MyNumber.mostDigits(character)).as("%x", (int) character).isGreaterThanOrEqualTo((int)
                    folded.chars().filter(digit -> '0' <= digit && digit <= '9').count());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"離職票 2026-04-01", "文書 1234567890123", "2026-04-01 と 2026-05-01", "1234 567890", "辞令の写し"})
    void words_with_other_digits_hold_none(String text) {
        assertThat(MyNumber.isWithin(text)).isFalse();
    }
}
