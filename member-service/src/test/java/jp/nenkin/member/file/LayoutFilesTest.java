package jp.nenkin.member.file;

import static jp.nenkin.member.file.LayoutWriter.acquisition;
import static jp.nenkin.member.file.LayoutWriter.knfd;
import static jp.nenkin.member.file.LayoutWriter.loss;
import static jp.nenkin.member.file.LayoutWriter.reckoning;
import static jp.nenkin.member.file.LayoutWriter.shfd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import jp.nenkin.events.LossCause;
import jp.nenkin.kit.Language;
import jp.nenkin.kit.Text;
import jp.nenkin.member.file.FileFixtures.Outcome;
import jp.nenkin.member.file.FiledForm.BaseCalculation;
import jp.nenkin.member.file.FiledForm.Enrolment;
import jp.nenkin.member.file.FiledForm.Loss;
import jp.nenkin.member.file.FiledForm.MonthlyChange;
import jp.nenkin.member.member.MemberNumber;
import jp.nenkin.member.member.Sex;
import jp.nenkin.member.plan.UnitLimits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LayoutFilesTest {
    private static final FiledEstablishment.Symbol SYMBOL = new FiledEstablishment.Symbol("21", "01", "ｹｲﾄ", "123");
    private static final BasicPensionNumber PENSION = new BasicPensionNumber("1234567890");
    private static final FiledName NAME = new FiledName("髙﨑　一郎", "ﾀｶｻｷ ｲﾁﾛｳ");

    private static Outcome acquired(Consumer<Map<Integer, String>> change) {
        Map<Integer, String> items = acquisition();
        change.accept(items);
        return FileFixtures.read(shfd().line(items, 34).bytes());
    }

    private static Outcome lost(Consumer<Map<Integer, String>> change) {
        Map<Integer, String> items = loss();
        change.accept(items);
        return FileFixtures.read(shfd().line(items, 27).bytes());
    }

    private static Outcome calculated(Consumer<Map<Integer, String>> change) {
        Map<Integer, String> items = reckoning("2225700");
        change.accept(items);
        return FileFixtures.read(shfd().line(items, 53).bytes());
    }

    private static Outcome joined(Consumer<Map<Integer, String>> change) {
        Map<Integer, String> items = acquisition();
        items.put(34, "0123");
        items.put(35, "1234567");
        items.put(36, "1234");
        items.put(37, "02");
        items.put(38, "9");
        items.put(39, "070501");
        items.put(43, "0320");
        items.put(45, "0005");
        change.accept(items);
        return FileFixtures.read(knfd().line(items, 55).bytes());
    }

    @Test
    void an_acquisition_is_read_with_the_grade_of_its_remuneration() {
        Outcome outcome = acquired(_ -> {});

        assertThat(outcome.only().number()).isEqualTo(6);
        assertThat(outcome.only().establishment()).isEqualTo(SYMBOL);
        assertThat(outcome.only().notes()).isEmpty();
        assertThat(outcome.form())
                .isEqualTo(new Enrolment(
                        new FiledPerson(null, new InsuredNumber(12), PENSION, NAME, LocalDate.of(1989, 1, 7)),
                        LocalDate.of(2025, 4, 1),
                        300_000L,
                        null,
                        300_000L,
                        null,
                        Sex.MALE,
                        null));
    }

    @Test
    void an_acquisition_of_the_fund_s_file_counts_from_the_day_of_joining_with_the_fund_s_figures() {
        Outcome outcome = joined(_ -> {});

        assertThat(outcome.only().establishment()).isEqualTo(new FiledEstablishment.OfFund("0123", "1234567", SYMBOL));
        assertThat(outcome.form())
                .isEqualTo(new Enrolment(
                        new FiledPerson("1234", new InsuredNumber(12), PENSION, NAME, LocalDate.of(1989, 1, 7)),
                        LocalDate.of(2025, 5, 1),
                        320_000L,
                        5,
                        300_000L,
                        JoiningReason.TRANSFER_IN,
                        Sex.MALE,
                        null));
        assertThat(((Enrolment) outcome.form()).person().memberNumber()).contains(new MemberNumber("0000001234"));
        assertThat(outcome.only().notes()).containsExactly(RowNote.BASE_SALARY_NOT_OF_REMUNERATION);
    }

    @Test
    void without_the_fund_s_own_figures_those_of_the_pension_service_count() {
        Outcome outcome = joined(items -> {
            items.put(38, "");
            items.put(39, "");
            items.put(43, "0000");
            items.put(45, "");
        });

        Enrolment enrolment = (Enrolment) outcome.form();
        assertThat(enrolment.acquiredOn()).isEqualTo(LocalDate.of(2025, 4, 1));
        assertThat(enrolment.firstBaseSalary()).isEqualTo(300_000L);
        assertThat(enrolment.secondUnits()).isNull();
        assertThat(outcome.only().notes()).isEmpty();
    }

    @Test
    void a_member_number_of_eleven_digits_is_another_fund_s() {
        Enrolment enrolment =
                (Enrolment) joined(items -> items.put(36, "12345678901")).form();

        assertThat(enrolment.person().filedMemberNumber()).isEqualTo("12345678901");
        assertThat(enrolment.person().memberNumber()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {"1, MALE", "2, FEMALE", "3, -", "5, MALE", "6, FEMALE", "7, -"})
    void the_kind_says_the_sex_but_of_miners(String kind, Sex sex) {
        assertThat(((Enrolment) acquired(items -> items.put(11, kind)).form()).sex())
                .isEqualTo(sex);
    }

    @Test
    void an_address_is_taken_in_kanji_or_else_in_kana_and_its_postcode_whole() {
        FiledAddress kanji = ((Enrolment) acquired(LayoutFilesTest::address).form()).address();
        FiledAddress kana = ((Enrolment) acquired(items -> {
                            address(items);
                            items.put(32, "");
                        })
                        .form())
                .address();

        assertThat(kanji).isEqualTo(new FiledAddress("1000013", "東京都千代田区"));
        assertThat(kana).isEqualTo(new FiledAddress("1000013", "ﾁﾖﾀﾞｸ"));
        assertThat(acquired(items -> items.put(29, "100")).told()).containsExactly("6 30 item-missing");
        assertThat(acquired(items -> items.put(30, "0013")).told()).containsExactly("6 29 item-missing");
    }

    private static void address(Map<Integer, String> items) {
        items.put(29, "100");
        items.put(30, "0013");
        items.put(31, "ﾁﾖﾀﾞｸ");
        items.put(32, "東京都千代田区");
    }

    @Test
    void a_loss_is_read_with_its_cause() {
        assertThat(lost(_ -> {}).form())
                .isEqualTo(new Loss(
                        new FiledPerson(null, new InsuredNumber(12), PENSION, NAME, LocalDate.of(1989, 1, 8)),
                        LocalDate.of(2025, 4, 1),
                        LossCause.RETIREMENT,
                        LocalDate.of(2025, 3, 31),
                        null));
    }

    @Test
    void a_loss_of_the_fund_s_file_is_read_alike() {
        Map<Integer, String> items = loss();
        items.put(28, "0123");
        items.put(29, "1234567");
        items.put(30, "0000001234");
        Outcome outcome = FileFixtures.read(knfd().line(items, 51).bytes());

        assertThat(((Loss) outcome.form()).lostOn()).isEqualTo(LocalDate.of(2025, 4, 1));
        assertThat(((Loss) outcome.form()).person().filedMemberNumber()).isEqualTo("0000001234");
    }

    @Test
    void our_number_says_whom_a_loss_is_about_without_a_name() {
        Map<Integer, String> items = loss();
        items.putAll(Map.of(7, "", 8, "", 28, "0123", 29, "1234567", 30, "1234"));
        assertThat(((Loss) FileFixtures.read(knfd().line(items, 51).bytes()).form())
                        .person()
                        .name())
                .isNull();
        items.put(30, "12345678901");
        assertThat(FileFixtures.read(knfd().line(items, 51).bytes()).told()).containsExactly("6 8 item-missing");
    }

    @Test
    void a_day_of_loss_follows_from_the_day_of_death() {
        Loss loss = (Loss) lost(items -> {
                    items.put(14, "");
                    items.put(15, "");
                    items.put(16, "5");
                })
                .form();

        assertThat(loss.lostOn()).isEqualTo(LocalDate.of(2025, 4, 1));
        assertThat(loss.cause()).isEqualTo(LossCause.DEATH);
    }

    @Test
    void a_day_of_loss_alone_is_taken_as_filed() {
        Loss loss = (Loss) lost(items -> {
                    items.put(17, "");
                    items.put(18, "");
                })
                .form();

        assertThat(loss.lostOn()).isEqualTo(LocalDate.of(2025, 4, 1));
        assertThat(loss.leftOn()).isNull();
    }

    @Test
    void two_days_that_disagree_are_an_error_that_says_the_right_one() {
        Outcome outcome = lost(items -> items.put(15, "070331"));

        assertThat(outcome.told()).containsExactly("6 15 loss-days-differ");
        assertThat(outcome.errors().getFirst().detail(Language.ENGLISH)).contains("lostOn must be 2025-04-01");
        assertThat(outcome.errors().getFirst().detail(Language.JAPANESE)).contains("「資格喪失年月日」は");
    }

    @Test
    void a_loss_without_any_day_is_an_error() {
        Outcome outcome = lost(items -> {
            for (int number : List.of(14, 15, 17, 18)) {
                items.put(number, "");
            }
        });

        assertThat(outcome.told()).containsExactly("6 15 item-missing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"7", "9", "11"})
    void losses_of_the_pension_service_s_own_are_not_ours(String cause) {
        assertThat(lost(items -> items.put(16, cause)).told()).containsExactly("6 16 loss-cause-not-ours");
    }

    @ParameterizedTest
    @CsvSource({"0092999, 88000", "0093000, 98000", "0634999, 620000", "0635000, 650000", "9999999, 650000"})
    void a_base_calculation_gives_the_grade_of_the_average(String average, long grade) {
        BaseCalculation form =
                (BaseCalculation) calculated(items -> items.put(38, average)).form();

        assertThat(form.appliesFrom()).isEqualTo(YearMonth.of(2025, 9));
        assertThat(form.remuneration()).isEqualTo(Long.parseLong(average));
        assertThat(form.baseSalary()).isEqualTo(grade);
    }

    @Test
    void the_adjusted_average_takes_the_place_of_the_average() {
        BaseCalculation form =
                (BaseCalculation) calculated(items -> items.put(39, "0092999")).form();
        BaseCalculation empty =
                (BaseCalculation) calculated(items -> items.put(39, "0000000")).form();

        assertThat(form.baseSalary()).isEqualTo(88_000);
        assertThat(empty.baseSalary()).isEqualTo(300_000);
    }

    @Test
    void grades_are_those_of_the_month_that_a_figure_applies_from() {
        BaseCalculation form = (BaseCalculation) calculated(items -> {
                    items.put(11, "09");
                    items.put(38, "0665000");
                })
                .form();

        assertThat(form.baseSalary()).isEqualTo(680_000);
    }

    @Test
    void a_monthly_change_is_read_alike() {
        Map<Integer, String> items = reckoning("2221700");
        items.put(12, "07");
        Outcome outcome = FileFixtures.read(shfd().line(items, 49).bytes());

        assertThat(outcome.only().establishment()).isEqualTo(new FiledEstablishment.Symbol("21", "01", "ｹｲﾄ", null));
        assertThat(outcome.form())
                .isEqualTo(new MonthlyChange(
                        new FiledPerson(null, new InsuredNumber(12), null, NAME, LocalDate.of(1990, 2, 2)),
                        YearMonth.of(2025, 7),
                        300_000,
                        300_000));
    }

    @Test
    void a_my_number_is_dropped_and_said_so() {
        Outcome outcome = acquired(items -> items.put(13, "123456789018"));

        assertThat(outcome.only().notes()).containsExactly(RowNote.MY_NUMBER_DROPPED);
        assertThat(outcome.only().items()).doesNotContainKey("myNumber");
        assertThat(outcome.toString() + outcome.only() + outcome.only().items() + outcome.form())
                .doesNotContain("123456789018");
    }

    @Test
    void a_my_number_in_a_refused_row_is_dropped_too() {
        Outcome outcome = acquired(items -> {
            items.put(13, "123456789018");
            items.put(14, "123456789018");
        });

        assertThat(outcome.told()).containsExactly("6 14 item-too-long");
        assertThat(outcome.rows().getFirst().notes()).containsExactly(RowNote.MY_NUMBER_DROPPED);
        assertThat(outcome.toString()).doesNotContain("123456789018");
    }

    @Test
    void items_are_kept_as_they_were_filed() {
        assertThat(acquired(items -> items.put(28, "①㈱")).only().items())
                .containsEntry("name", "髙﨑　一郎")
                .containsEntry("nameKana", "ﾀｶｻｷ ｲﾁﾛｳ")
                .containsEntry("remark", "①㈱")
                .containsEntry("acquiredOn", "070401")
                .doesNotContainKey("address");
    }

    @ParameterizedTest
    @CsvSource({
        "2, '', item-missing",
        "2, XX, item-not-digits",
        "2, 1, digits-wrong-count",
        "4, '', item-missing",
        "4, ｹｲﾄﾊﾞｱ, item-too-long",
        "5, 123456, item-too-long",
        "6, A, item-not-digits",
        "7, 高崎, item-not-kana",
        "7, ｱｱｱｱｱｱｱｱｱｱｱｱｱｱｱｱｱｱｱｱｱｱｱｱｱｱ, item-too-long",
        "8, ああああああああああああい, item-too-long",
        "9, '', item-missing",
        "9, 2, code-unknown",
        "10, 640108, date-not-of-era",
        "11, 4, code-unknown",
        "16, 123, digits-wrong-count",
        "17, '', item-missing",
        "19, 070431, date-not-of-era",
        "23, 0, remuneration-missing",
        "23, '', remuneration-missing",
        "23, 30万, item-not-digits"
    })
    void each_error_is_found_in_its_column(int number, String value, String code) {
        assertThat(acquired(items -> items.put(number, value)).told()).containsExactly("6 " + number + " " + code);
    }

    @ParameterizedTest
    @CsvSource({
        "37, 05, code-unknown",
        "38, '', date-half-given",
        "34, 123, digits-wrong-count",
        "36, 123456789012, item-too-long",
        "43, 3X0, item-not-digits"
    })
    void each_error_of_the_fund_s_items_is_found_in_its_column(int number, String value, String code) {
        int told = code.equals("date-half-given") ? number + 1 : number;
        assertThat(joined(items -> items.put(number, value)).told()).containsExactly("6 " + told + " " + code);
    }

    @ParameterizedTest
    @CsvSource({"10, 2, code-unknown", "12, 13, date-not-of-era", "38, 0000000, remuneration-missing"})
    void each_error_of_a_calculation_is_found_in_its_column(int number, String value, String code) {
        assertThat(calculated(items -> items.put(number, value)).told()).containsExactly("6 " + number + " " + code);
    }

    @Test
    void all_errors_of_a_row_are_told_at_once() {
        Outcome outcome = acquired(items -> {
            items.put(7, "高崎");
            items.put(10, "640108");
            items.put(11, "4");
            items.put(19, "");
            items.put(23, "");
        });

        assertThat(outcome.told())
                .containsExactlyInAnyOrder(
                        "6 7 item-not-kana",
                        "6 10 date-not-of-era",
                        "6 11 code-unknown",
                        "6 19 item-missing",
                        "6 23 remuneration-missing");
    }

    @Test
    void nobody_named_is_told_once() {
        assertThat(acquired(items -> {
                            items.put(7, "");
                            items.put(8, "");
                        })
                        .told())
                .containsExactly("6 8 item-missing");
    }

    @Test
    void bytes_that_are_no_character_are_told_by_row_and_column() {
        String text = acquisitionText();
        byte[] bytes = text.getBytes(LayoutWriter.WINDOWS_31J);
        bytes[indexOf(bytes, "㈱".getBytes(LayoutWriter.WINDOWS_31J))] = (byte) 0xFF;

        assertThat(FileFixtures.read(bytes).told()).containsExactly("6 28 character-undecodable");
    }

    @Test
    void a_character_made_by_a_user_is_told() {
        byte[] bytes = acquisitionText().getBytes(LayoutWriter.WINDOWS_31J);
        int at = indexOf(bytes, "㈱".getBytes(LayoutWriter.WINDOWS_31J));
        bytes[at] = (byte) 0xF0;
        bytes[at + 1] = (byte) 0x40;

        assertThat(FileFixtures.read(bytes).told()).containsExactly("6 28 character-private");
    }

    private static String acquisitionText() {
        Map<Integer, String> items = acquisition();
        items.put(28, "㈱");
        return shfd().line(items, 34).text();
    }

    private static int indexOf(byte[] bytes, byte[] part) {
        return new String(bytes, StandardCharsets.ISO_8859_1).indexOf(new String(part, StandardCharsets.ISO_8859_1));
    }

    @Test
    void a_tab_is_no_part_of_an_item() {
        assertThat(acquired(items -> items.put(28, "a\tb")).told()).containsExactly("6 28 character-control");
    }

    @Test
    void good_rows_stand_beside_bad_ones_with_the_lines_of_the_file() {
        byte[] bytes = shfd().line(acquisition(), 34)
                .line("2200700,21")
                .line("")
                .line(acquisition(), 35)
                .line("ABC")
                .line("2202700,1,2,3")
                .line("2202700")
                .line("2265700,1")
                .line(loss(), 27)
                .bytes();
        Outcome outcome = FileFixtures.read(bytes);

        assertThat(outcome.rows()).extracting(FiledRow::number).containsExactly(6L, 7L, 9L, 10L, 14L);
        assertThat(outcome.told())
                .containsExactly("7 - item-count-wrong", "9 - item-count-wrong", "10 - form-code-invalid");
        assertThat(outcome.summary().rows()).isEqualTo(5);
        assertThat(outcome.summary().refused()).isEqualTo(3);
        assertThat(outcome.summary().formsNotOurs()).isEqualTo(Map.of("2202700", 2L, "2265700", 1L));
    }

    @Test
    void the_fund_s_file_has_no_layout_for_calculations_so_they_are_counted() {
        Outcome outcome =
                FileFixtures.read(knfd().line(reckoning("2225700"), 53).bytes());

        assertThat(outcome.rows()).isEmpty();
        assertThat(outcome.summary().formsNotOurs()).isEqualTo(Map.of("2225700", 1L));
    }

    @Test
    void the_summary_says_what_the_header_did() {
        FileSummary employer = acquired(_ -> {}).summary();
        Outcome fund = joined(_ -> {});

        assertThat(employer.kind()).isEqualTo(FileKind.SHFD0006);
        assertThat(employer.characterSet()).isEqualTo(CharacterSet.WINDOWS_31J);
        assertThat(employer.header())
                .isEqualTo(new FileHeader(
                        null, null, 1, LocalDate.of(2025, 4, 1), List.of(new FileHeader.Site(SYMBOL, "健保サービス株式会社"))));
        assertThat(fund.summary().kind()).isEqualTo(FileKind.KNFD0006);
        assertThat(fund.header().serial()).isEqualTo(2);
        assertThat(fund.header().consultantName()).isEqualTo("労務　太郎");
        assertThat(fund.header().byConsultant()).isTrue();
        assertThat(fund.header().sites().getFirst().establishment())
                .isEqualTo(new FiledEstablishment.OfFund("0123", "1234567", null));
    }

    @Test
    void a_consultant_files_for_several_establishments() {
        String text = acquisitionText()
                .replace("21,01,ｹｲﾄ,001,20250401,22223", ",,1310001,007,20250401,22223")
                .replace(",001\r\n21", "労務　太郎,002\r\n21,02,ｱｲｳ,,,,,,,,,\r\n21");
        FileHeader header =
                FileFixtures.read(text.getBytes(LayoutWriter.WINDOWS_31J)).header();

        assertThat(header.byConsultant()).isTrue();
        assertThat(header.consultantCode()).isEqualTo("1310001");
        assertThat(header.serial()).isEqualTo(7);
        assertThat(header.sites())
                .extracting(FileHeader.Site::establishment)
                .containsExactly(new FiledEstablishment.Symbol("21", "02", "ｱｲｳ", null), SYMBOL);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "',001\r\n' | ',002\r\n' | 3 - sites-not-as-counted",
                "',001\r\n' | ',\r\n' | 3 2 item-missing",
                "20250401 | 20250231 | 1 5 date-invalid",
                "'ｹｲﾄ,001' | 'ｹｲﾄ,1' | 1 4 digits-wrong-count",
                "[data] | '[Data]' | 5 2 item-missing"
            })
    void errors_before_the_data_refuse_the_whole_file(String right, String wrong, String told) {
        byte[] bytes = shfd().text().replaceFirst(Pattern.quote(right), wrong).getBytes(LayoutWriter.WINDOWS_31J);

        assertThatThrownBy(() -> FileFixtures.read(bytes)).isInstanceOfSatisfying(FileRefused.class, refused -> {
            assertThat(refused.refusal().problem()).isEqualTo(FileProblem.HEADER_INVALID);
            assertThat(refused.errors().stream().map(FileFixtures::told)).contains(told);
        });
    }

    @Test
    void empty_items_that_a_spreadsheet_adds_before_the_data_do_no_harm() {
        String text = acquisitionText()
                .replace("22223\r\n", "22223,,,,\r\n")
                .replace("[kanri]", "[kanri],,,,,")
                .replace("[data]", "[data],,,");

        assertThat(FileFixtures.read(text.getBytes(LayoutWriter.WINDOWS_31J)).rows())
                .hasOnlyElementsOfType(FiledRow.Read.class);
    }

    @Test
    void line_feeds_alone_end_lines_too() {
        String text = acquisitionText().replace("\r\n", "\n");

        assertThat(FileFixtures.read(text.getBytes(LayoutWriter.WINDOWS_31J)).form())
                .isInstanceOf(Enrolment.class);
    }

    @Test
    void a_standard_pay_that_is_no_whole_number_of_units_is_an_error() {
        Columns columns = Columns.of(Layout.read("knfd0006.csv").items("2200700"));
        Map<Integer, String> values = acquisition();
        Cells cells = new Cells(
                6,
                columns,
                IntStream.rangeClosed(1, 55)
                        .mapToObj(
                                number -> values.getOrDefault(number, number == 34 ? "0123" : number == 35 ? "1" : ""))
                        .toList());

        assertThat(LayoutForms.units(4_000, new UnitLimits(null, 1, 30, 2_000), cells))
                .isEqualTo(2);
        assertThat(LayoutForms.units(5_000, new UnitLimits(null, 1, 30, 2_000), cells))
                .isNull();
        assertThat(cells.errors().stream().map(FileFixtures::told)).containsExactly("6 45 standard-pay-not-units");
    }

    @Test
    void a_layout_that_is_one_off_reads_another_row() {
        Layout right = Layout.read("shfd0006.csv");
        Map<Integer, String> full = acquisition();
        full.putAll(Map.of(14, "3", 15, "備考", 24, "1", 25, "2", 26, "3", 27, "4", 28, "その他"));
        full.putAll(Map.of(29, "100", 30, "0013", 31, "ﾄｳｷｮｳ", 32, "東京", 33, "理由", 34, "5"));
        List<FiledRow> rows = LayoutShifts.read(right, full, 34);
        assertThat(rows).hasOnlyElementsOfType(FiledRow.Read.class);
        for (int number = 2; number < 34; number++) {
            assertThat(LayoutShifts.read(LayoutShifts.shifted(right, "2200700", number), full, 34))
                    .as("everything from item %d on is read one column to the right", number)
                    .isNotEqualTo(rows);
        }
    }

    @Test
    void every_problem_says_in_both_languages_what_to_do() {
        assertThat(FileProblem.values()).allSatisfy(problem -> {
            Text detail = problem.detail();
            assertThat(detail.japanese()).endsWith(problem.detail().japanese().contains("{allowed}") ? "}" : "。");
            assertThat(detail.english()).isNotBlank();
            assertThat(problem.status()).isEqualTo(422);
        });
    }
}
