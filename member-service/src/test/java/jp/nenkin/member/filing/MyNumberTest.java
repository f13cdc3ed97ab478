package jp.nenkin.member.filing;

import static org.assertj.core.api.Assertions.assertThat;

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
}
