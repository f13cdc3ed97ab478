package jp.nenkin.member.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SafeCsvTest {

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+81", "-1", "@SUM(A1)", "\tx", "＝1", "＋1", "－1", "＠a"})
    void a_cell_that_begins_as_a_formula_does_is_text(String cell) {
        assertThat(SafeCsv.line(cell)).isEqualTo("'" + cell + "\r\n");
    }

    @Test
    void a_formula_in_quotes_is_text_too() {
        assertThat(SafeCsv.line("=HYPERLINK(\"a\",\"b\")")).isEqualTo("\"'=HYPERLINK(\"\"a\"\",\"\"b\"\")\"\r\n");
    }

    @Test
    void what_would_break_the_line_is_quoted_and_what_is_absent_is_empty() {
        assertThat(SafeCsv.line("a,b", "c\"d", "e\nf", null, "", "年金 = 花子"))
                .isEqualTo("\"a,b\",\"c\"\"d\",\"e\nf\",,,年金 = 花子\r\n");
    }
}
