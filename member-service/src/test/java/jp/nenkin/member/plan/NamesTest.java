package jp.nenkin.member.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class NamesTest {
    private static final Pattern FORM = Pattern.compile(Names.FORM);

    @Test
    void names_of_files_have_the_form_of_all_names_whatever_character_is_in_them() {
        for (int character = 0; character < 0x20000; character++) {
            String letter = Character.toString(character);
            for (String name : List.of(letter, "山" + letter + "田", letter + "田", "山" + letter)) {
                assertThat(Names.isName(name))
                        .as("%x in %s", character, name)
                        .isEqualTo(FORM.matcher(name).matches());
            }
        }
        assertThat(Names.isName("")).isFalse();
    }
}
