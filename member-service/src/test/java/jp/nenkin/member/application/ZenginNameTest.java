package jp.nenkin.member.application;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ZenginNameTest {
    @ParameterizedTest
    @CsvSource({
        "ネンキン タロウ, ﾈﾝｷﾝ ﾀﾛｳ",
        "ﾈﾝｷﾝ ﾀﾛｳ, ﾈﾝｷﾝ ﾀﾛｳ",
        "ネンキン タロウ, ﾈﾝｷﾝ ﾀﾛｳ",
        "ガッキョウ ショウコ, ｶﾞﾂｷﾖｳ ｼﾖｳｺ",
        "パーク ヴィクトル, ﾊﾟ-ｸ ｳﾞｲｸﾄﾙ",
        "カ)アヲメ, ｶ)ｱｦﾒ",
        "Smith j.12, SMITH J.12"
    })
    void katakana_and_letters_of_any_width_are_written_as_banks_do(String written, String carried) {
        assertThat(ZenginName.of(written)).contains(new ZenginName(carried));
    }

    @ParameterizedTest
    @ValueSource(strings = {"年金 太郎", "ねんきん", "ネンキン・タロウ", "ネンキン&コ", "ヶ", "É", "=カ", " "})
    void what_banks_do_not_carry_is_no_name(String written) {
        assertThat(ZenginName.of(written)).isEmpty();
    }

    @Test
    void a_voicing_mark_counts_towards_the_length() {
        assertThat(ZenginName.of("ア".repeat(30))).isPresent();
        assertThat(ZenginName.of("ア".repeat(31))).isEmpty();
        assertThat(ZenginName.of("ガ".repeat(15))).isPresent();
        assertThat(ZenginName.of("ガ".repeat(15) + "ア")).isEmpty();
    }

    @Test
    void neither_name_nor_account_number_is_in_what_logs_keep() {
        ZenginName holder = ZenginName.of("ネンキン").orElseThrow();
        BankAccount account = new BankAccount("0001", "234", AccountKind.ORDINARY, "1234567", holder);
        assertThat(new Wanted.Account(account).toString())
                .contains("****567")
                .doesNotContain("1234567")
                .doesNotContain("ﾈﾝｷﾝ");
    }
}
