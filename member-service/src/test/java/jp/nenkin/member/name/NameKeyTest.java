package jp.nenkin.member.name;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameKeyTest {

    @ParameterizedTest
    @CsvSource({
        "髙﨑 一郎, 高崎 一郎",
        "渡邉 恵, 渡辺 惠",
        "渡邊 恵, 渡辺 恵",
        "齋藤 澤, 斉藤 沢",
        "齊藤 濵, 斎藤 浜",
        "廣嶋 濱, 広島 浜",
        "𠮷田 桜, 吉田 櫻",
        "佐々木 学, 佐佐木 學",
        "三ヶ島 蔵, 三ケ島 藏",
        "\uFA19谷 \uFA16, 神谷 猪",
        "葛\uDB40\uDD00城 昇, 葛城 曻",
        "やまだ はなこ, ヤマダ ハナコ",
        "ﾔﾏﾀﾞ ﾊﾅｺ, ヤマダ ハナコ",
        "ﾊﾟｰｶｰ, パーカー",
        "ﾊﾟ-ｶ-, パーカー",
        "ｼﾖｳｼﾞ, ショウジ",
        "ｲﾂｷ, イッキ",
        "Ｓｍｉｔｈ Ｊｏｈｎ, SMITH john",
        "ジョン・スミス, ジョン スミス"
    })
    void two_spellings_of_one_name_have_one_key(String name, String other) {
        assertThat(NameKey.of(name)).isEqualTo(NameKey.of(other));
    }

    @ParameterizedTest
    @CsvSource({"オオノ, オーノ", "オーノ, オノ", "ミヅキ, ミズキ", "チヂワ, チジワ", "高田 一郎, 高田 二郎", "中園 一, 中薗 一", "ハナ, バナ"})
    void names_that_only_sound_or_look_alike_differ(String name, String other) {
        assertThat(NameKey.of(name)).isNotEqualTo(NameKey.of(other));
    }

    @Test
    void spaces_of_all_kinds_make_no_difference() {
        assertThat(NameKey.of(" 山田\u3000太郎\u00A0\u2003\t\u200B")).isEqualTo(NameKey.of("山田太郎"));
    }

    @Test
    void a_key_is_its_own_key() {
        NameKey key = NameKey.of("髙﨑 佐々木 ﾊﾟｰｶｰ ヶ");
        assertThat(NameKey.of(key.value())).isEqualTo(key);
    }

    @Test
    void what_cannot_be_seen_has_an_empty_key() {
        assertThat(NameKey.of(" \u3000\u200B").value()).isEmpty();
    }

    @Test
    void every_variant_folds_into_a_character_that_all_can_write() {
        CharacterTable table = CharacterTable.read("name-variants.txt");
        "髙﨑嵜邊邉齋齊斉澤濱濵廣嶋嶌瀨栁德𠮷"
                .codePoints()
                .forEach(variant -> assertThat(table.target(variant))
                        .hasValueSatisfying(target -> assertThat(Repertoire.JIS_X_0208.unwritable(target))
                                .isEmpty()));
    }

    @Test
    void a_table_that_contradicts_itself_is_refused() {
        assertThatThrownBy(() -> CharacterTable.of("高 髙\n嵩 髙")).hasMessageContaining("髙");
        assertThatThrownBy(() -> CharacterTable.of("高 髙\n嵩 高")).hasMessageContaining("高");
        assertThatThrownBy(() -> CharacterTable.of("高 髙﨑")).hasMessageContaining("髙﨑");
    }
}
