package jp.nenkin.member.file;

import static jp.nenkin.member.file.LayoutWriter.acquisition;
import static jp.nenkin.member.file.LayoutWriter.shfd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import jp.nenkin.member.file.FileFixtures.Outcome;
import jp.nenkin.member.plan.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DetectionTest {
    private static final String HEADER = "type,establishmentNumber,name,birthDate,acquiredOn\r\n";
    private static final String ROW = "Enrolment,0000001,山田,1990-02-02,2025-04-01\r\n";

    @Test
    void a_byte_order_mark_says_utf8() {
        byte[] bytes = ("\uFEFF" + HEADER + ROW).getBytes(StandardCharsets.UTF_8);

        assertThat(FileFixtures.read(bytes).summary().characterSet()).isEqualTo(CharacterSet.UTF_8);
    }

    @Test
    void what_is_utf8_to_its_end_is_utf8() {
        assertThat(FileFixtures.readUtf8(HEADER + ROW).summary().characterSet()).isEqualTo(CharacterSet.UTF_8);
    }

    @Test
    void a_name_behind_a_long_beginning_of_ascii_still_tells_windows_31j() {
        String ascii = "Enrolment,0000001,YAMADA,1990-02-02,2025-04-01\r\n".repeat(2_000);
        Outcome outcome = FileFixtures.read((HEADER + ascii + ROW).getBytes(LayoutWriter.WINDOWS_31J));

        assertThat(outcome.summary().characterSet()).isEqualTo(CharacterSet.WINDOWS_31J);
        assertThat(((FiledRow.Read) outcome.rows().getLast()).items()).containsEntry("name", "山田");
        assertThat(outcome.errors()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void a_character_across_two_reads_is_one_character(int shift) {
        // Three bytes each, so that at one of three shifts every reading by powers of two cuts one.
        String names = " ".repeat(shift) + "田".repeat(20_000);

        assertThat(FileFixtures.readUtf8(HEADER + ROW + names).summary().characterSet())
                .isEqualTo(CharacterSet.UTF_8);
    }

    @Test
    void a_character_cut_off_at_the_end_is_not_utf8() {
        byte[] whole = (HEADER + ROW + "Enrolment,0000001,田").getBytes(StandardCharsets.UTF_8);
        byte[] cut = Arrays.copyOf(whole, whole.length - 1);

        assertThat(FileFixtures.read(cut).summary().characterSet()).isEqualTo(CharacterSet.WINDOWS_31J);
    }

    @Test
    void a_character_set_that_is_said_is_used_and_what_does_not_fit_is_told() {
        byte[] bytes = (HEADER + ROW).getBytes(LayoutWriter.WINDOWS_31J);
        Outcome outcome = FileFixtures.read(bytes, new FileSaid(null, CharacterSet.UTF_8), FileLimits.standard());

        assertThat(outcome.summary().characterSet()).isEqualTo(CharacterSet.UTF_8);
        assertThat(outcome.told()).containsExactly("2 3 character-undecodable");
    }

    @Test
    void names_in_all_character_sets_are_read_as_they_were_written() {
        String row = "Enrolment,0000001,髙﨑①㈱,1990-02-02,2025-04-01\r\n";
        for (byte[] bytes : new byte[][] {
            (HEADER + row).getBytes(LayoutWriter.WINDOWS_31J),
            (HEADER + row).getBytes(StandardCharsets.UTF_8),
            ("\uFEFF" + HEADER + row).getBytes(StandardCharsets.UTF_8)
        }) {
            assertThat(FileFixtures.read(bytes).only().items()).containsEntry("name", "髙﨑①㈱");
        }
    }

    @Test
    void a_layout_in_utf8_is_read_too() {
        byte[] bytes = shfd().line(acquisition(), 34).text().getBytes(StandardCharsets.UTF_8);

        assertThat(FileFixtures.read(bytes).summary().kind()).isEqualTo(FileKind.SHFD0006);
        assertThat(FileFixtures.read(bytes).only().items()).containsEntry("name", "髙﨑　一郎");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "name,birthDate\r\n",
                "2200700,21,01\r\n",
                "[kanri]\r\n[kanri]\r\n",
                "21,01,ABC,001,20250401\r\n[kanri]\r\n",
                "hello",
                ",,,\r\n",
                "\r\n\r\n"
            })
    void a_file_of_no_kind_is_refused_with_what_is_expected(String text) {
        assertThatThrownBy(() -> FileFixtures.readUtf8(text)).isInstanceOfSatisfying(FileRefused.class, refused -> {
            assertThat(refused.refusal()).isEqualTo(new Refusal(FileProblem.FILE_KIND_UNKNOWN, Map.of()));
            assertThat(refused.errors()).isEmpty();
        });
    }

    @Test
    void a_file_of_another_kind_than_said_is_refused() {
        FileSaid said = new FileSaid(FileKind.KNFD0006, null);

        assertThatThrownBy(() -> FileFixtures.read(shfd().bytes(), said, FileLimits.standard()))
                .isInstanceOfSatisfying(
                        FileRefused.class,
                        refused -> assertThat(refused.refusal())
                                .isEqualTo(new Refusal(
                                        FileProblem.FILE_KIND_NOT_AS_SAID,
                                        Map.of("said", "KNFD0006", "found", "SHFD0006"))));
    }

    @Test
    void the_kind_that_is_said_is_read() {
        FileSaid said = new FileSaid(FileKind.SHFD0006, CharacterSet.WINDOWS_31J);

        assertThat(FileFixtures.read(shfd().line(acquisition(), 34).bytes(), said, FileLimits.standard())
                        .rows())
                .hasSize(1);
    }

    @Test
    void a_spreadsheet_utf16_and_nothing_are_no_text() {
        assertRefused(new byte[] {'P', 'K', 3, 4, 0, 0}, FileProblem.FILE_NOT_TEXT);
        assertRefused(HEADER.getBytes(StandardCharsets.UTF_16), FileProblem.FILE_NOT_TEXT);
        assertRefused(new byte[0], FileProblem.FILE_EMPTY);
    }

    @Test
    void what_is_larger_than_allowed_is_refused() {
        byte[] bytes = (HEADER + ROW + ROW).getBytes(StandardCharsets.UTF_8);

        assertThat(FileFixtures.read(bytes, FileSaid.nothing(), new FileLimits(bytes.length, 2, 200, 5))
                        .rows())
                .hasSize(2);
        assertThatThrownBy(
                        () -> FileFixtures.read(bytes, FileSaid.nothing(), new FileLimits(bytes.length - 1, 2, 200, 5)))
                .hasMessageContaining("file-too-large");
        assertThatThrownBy(() -> FileFixtures.read(bytes, FileSaid.nothing(), new FileLimits(1_000, 1, 200, 5)))
                .hasMessageContaining("too-many-rows");
        assertThatThrownBy(() -> FileFixtures.read(bytes, FileSaid.nothing(), new FileLimits(1_000, 2, 200, 4)))
                .hasMessageContaining("too-many-columns");
    }

    @Test
    void a_line_that_is_too_long_is_an_error_of_its_row_alone() {
        FileLimits limits = new FileLimits(100_000, 100, 400, 10);
        String longer = "Enrolment,0000001,山田" + " ".repeat(200) + "," + " ".repeat(200) + ",\r\n";
        Outcome ours =
                FileFixtures.read((HEADER + longer + ROW).getBytes(StandardCharsets.UTF_8), FileSaid.nothing(), limits);
        Outcome layout = FileFixtures.read(
                shfd().line("2200700" + ",".repeat(400)).line(acquisition(), 34).bytes(), FileSaid.nothing(), limits);

        assertThat(ours.told()).containsExactly("2 - line-too-long");
        assertThat(ours.rows().getLast()).isInstanceOf(FiledRow.Read.class);
        assertThat(layout.told()).containsExactly("6 - line-too-long");
        assertThat(layout.rows().getLast()).isInstanceOf(FiledRow.Read.class);
    }

    @Test
    void a_quoted_value_without_an_end_is_not_held_in_memory() {
        FileLimits limits = new FileLimits(10_000_000, 100, 400, 10);
        byte[] bytes = (HEADER + "\"" + ROW.repeat(10_000)).getBytes(StandardCharsets.UTF_8);

        assertThatThrownBy(() -> FileFixtures.read(bytes, FileSaid.nothing(), limits))
                .hasMessageContaining("quotes-broken");
    }

    private static void assertRefused(byte[] bytes, FileProblem problem) {
        assertThatThrownBy(() -> FileFixtures.read(bytes))
                .isInstanceOfSatisfying(
                        FileRefused.class,
                        refused -> assertThat(refused.refusal().problem()).isEqualTo(problem));
    }
}
