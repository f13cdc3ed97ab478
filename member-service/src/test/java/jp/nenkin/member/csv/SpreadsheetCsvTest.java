package jp.nenkin.member.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpreadsheetCsvTest {
    @Test
    void a_table_begins_with_a_byte_order_mark_and_its_lines_end_with_crlf() {
        byte[] written = written(List.of("氏名", "番号"), Arrays.asList("髙﨑 一郎", null));
        assertThat(Arrays.copyOf(written, 3)).containsExactly(0xEF, 0xBB, 0xBF);
        assertThat(text(written)).isEqualTo("氏名,番号\r\n髙﨑 一郎,\r\n");
    }

    @Test
    void commas_quotes_and_line_breaks_stay_in_their_cell() {
        assertThat(row("a,b", "say \"x\"", "one\r\ntwo")).isEqualTo("\"a,b\",\"say \"\"x\"\"\",\"one\r\ntwo\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+81", "-1", "@SUM(A1)", "\t=1", "\uFF1D1", "\uFF0B1", "\uFF0D1", "\uFF201"})
    void a_cell_that_would_be_a_formula_is_marked_as_text(String formula) {
        assertThat(row(formula)).isEqualTo("'" + formula);
    }

    @Test
    void a_formula_behind_a_line_break_is_marked_and_quoted() {
        assertThat(row("\r=1", "\n=1", "\"=1\"")).isEqualTo("\"'\r=1\",\"'\n=1\",\"\"\"=1\"\"\"");
    }

    @Test
    void what_is_no_formula_stays_as_it_is() {
        assertThat(row("0000001234", "1-2", "a=b", "'x", "ー")).isEqualTo("0000001234,1-2,a=b,'x,ー");
    }

    private static String row(String... cells) {
        String text = text(written(List.of("h"), Arrays.asList(cells)));
        return text.substring("h\r\n".length(), text.length() - "\r\n".length());
    }

    private static String text(byte[] written) {
        return new String(written, 3, written.length - 3, StandardCharsets.UTF_8);
    }

    private static byte[] written(List<String> header, List<@Nullable String> row) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        SpreadsheetCsv csv = new SpreadsheetCsv(out, header);
        csv.row(row);
        csv.flush();
        return out.toByteArray();
    }
}
