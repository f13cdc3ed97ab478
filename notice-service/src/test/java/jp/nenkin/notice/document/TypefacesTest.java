package jp.nenkin.notice.document;

import static org.assertj.core.api.Assertions.assertThat;

import jp.nenkin.notice.document.Typefaces.Face;
import jp.nenkin.notice.document.Typefaces.Run;
import org.junit.jupiter.api.Test;

class TypefacesTest {
    private final Typefaces typefaces = Typefaces.shared();

    @Test
    void a_rare_character_is_set_in_the_font_that_has_it() {
        assertThat(typefaces.runs(Face.BOLD, "𠮷野﨑髙邉"))
                .containsExactly(new Run(Face.RARE, "𠮷"), new Run(Face.BOLD, "野﨑髙邉"));
    }

    @Test
    void a_character_that_no_font_has_becomes_the_geta_mark() {
        assertThat(typefaces.runs(Face.REGULAR, "山\uE000田\n\uD842")).containsExactly(new Run(Face.REGULAR, "山〓田〓〓"));
    }

    @Test
    void a_variation_of_a_shape_is_printed_in_its_usual_shape() {
        assertThat(typefaces.runs(Face.REGULAR, "邉\uDB40\uDD00子")).containsExactly(new Run(Face.REGULAR, "邉子"));
    }

    @Test
    void no_text_is_no_run() {
        assertThat(typefaces.runs(Face.REGULAR, "")).isEmpty();
    }
}
