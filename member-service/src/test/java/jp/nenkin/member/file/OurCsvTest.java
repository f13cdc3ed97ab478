package jp.nenkin.member.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import jp.nenkin.events.LossCause;
import jp.nenkin.events.Plan;
import jp.nenkin.kit.Language;
import jp.nenkin.member.establishment.EstablishmentNumber;
import jp.nenkin.member.file.FileFixtures.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OurCsvTest {
    private static final UUID FILING = UUID.fromString("01890a5d-ac96-774b-bcce-b302099a8057");
    private static final FiledPerson MEMBER = new FiledPerson("1234", null, null, null, null);

    private static FiledForm form(String columns, String values) {
        return row(columns, values).form();
    }

    private static Outcome row(String columns, String values) {
        return FileFixtures.readUtf8(
                "type,establishmentNumber,%s\r\n%s\r\n".formatted(columns, values.replaceFirst(",", ",0000001,")));
    }

    @Test
    void an_enrolment_is_read() {
        assertThat(form(
                        "name,nameKana,birthDate,acquiredOn,firstBaseSalary,secondUnits,"
                                + "insuredNumber,basicPensionNumber",
                        "Enrolment,髙﨑 一郎,タカサキ イチロウ,1990-02-02,2025/4/1,300000,5,000012,1234-567890"))
                .isEqualTo(new FiledForm.Enrolment(
                        new FiledPerson(
                                null,
                                new InsuredNumber(12),
                                new BasicPensionNumber("1234567890"),
                                new FiledName("髙﨑 一郎", "タカサキ イチロウ"),
                                LocalDate.of(1990, 2, 2)),
                        LocalDate.of(2025, 4, 1),
                        300_000L,
                        5,
                        null,
                        null,
                        null,
                        null));
    }

    @Test
    void a_row_names_its_establishment_and_keeps_what_was_filed() {
        FiledRow.Read row =
                row("memberNumber,lostOn,cause", "Loss,１２３４,9-070401,OTHER").only();

        assertThat(row.number()).isEqualTo(2);
        assertThat(row.establishment()).isEqualTo(new FiledEstablishment.Numbered(new EstablishmentNumber("0000001")));
        assertThat(row.items())
                .isEqualTo(Map.of(
                        "type", "Loss",
                        "establishmentNumber", "0000001",
                        "memberNumber", "１２３４",
                        "lostOn", "9-070401",
                        "cause", "OTHER"));
        assertThat(row).hasToString("row 2: Loss");
    }

    @ParameterizedTest
    @CsvSource({
        "RETIREMENT, RETIREMENT",
        "退職, RETIREMENT",
        "死亡, DEATH",
        "65歳到達, AGE_65",
        "６５歳到達, AGE_65",
        "再加入予定, REENROLMENT",
        "懲戒解雇, DISMISSAL",
        "合併, MERGER",
        "任意脱退, VOLUNTARY_WITHDRAWAL",
        "その他, OTHER"
    })
    void a_loss_is_read_with_each_cause_in_both_languages(String written, LossCause cause) {
        assertThat(form("memberNumber,lostOn,cause", "Loss,1234,2025-04-01," + written))
                .isEqualTo(new FiledForm.Loss(MEMBER, LocalDate.of(2025, 4, 1), cause, null, null));
    }

    @Test
    void a_change_of_base_salary_is_read() {
        assertThat(form("memberNumber,effectiveFrom,firstBaseSalary", "BaseSalaryChange,1234,2025-10-01,\"320,000\""))
                .isEqualTo(new FiledForm.BaseSalaryChange(MEMBER, LocalDate.of(2025, 10, 1), 320_000L, null));
        assertThat(form("memberNumber,effectiveFrom,secondUnits", "基準給与変更届,1234,2025-10-01,７"))
                .isEqualTo(new FiledForm.BaseSalaryChange(MEMBER, LocalDate.of(2025, 10, 1), null, 7));
    }

    @Test
    void a_change_of_name_is_read() {
        assertThat(form("memberNumber,newName,newNameKana,changedOn", "NameChange,1234,渡邉 恵,,2025-04-01"))
                .isEqualTo(new FiledForm.NameChange(MEMBER, new FiledName("渡邉 恵", null), LocalDate.of(2025, 4, 1)));
    }

    @Test
    void a_correction_of_a_birth_date_is_read() {
        assertThat(form("memberNumber,correctBirthDate", "BirthDateCorrection,1234,5-640107"))
                .isEqualTo(new FiledForm.BirthDateCorrection(MEMBER, LocalDate.of(1989, 1, 7)));
    }

    @Test
    void a_change_of_address_is_read() {
        assertThat(form("memberNumber,postcode,address,changedOn", "AddressChange,1234,100-0013,\"霞が関1,2\",2025-04-01"))
                .isEqualTo(new FiledForm.AddressChange(MEMBER, "1000013", "霞が関1,2", LocalDate.of(2025, 4, 1)));
    }

    @Test
    void a_transfer_is_read() {
        assertThat(form(
                        "memberNumber,plan,amount,assetReceivedOn,source,creditedMonths",
                        "TransferIn,1234,第2年金,500000,2025-04-10,企業年金連合会,120"))
                .isEqualTo(new FiledForm.TransferIn(
                        MEMBER, Plan.SECOND, 500_000, LocalDate.of(2025, 4, 10), "企業年金連合会", 120));
    }

    @Test
    void a_correction_is_what_the_earlier_filing_should_have_been() {
        assertThat(form(
                        "filingId,correctedType,memberNumber,lostOn,cause",
                        "Correction," + FILING + ",Loss,1234,2025-04-02,RETIREMENT"))
                .isEqualTo(new FiledForm.Correction(
                        FILING,
                        new FiledForm.Loss(MEMBER, LocalDate.of(2025, 4, 2), LossCause.RETIREMENT, null, null)));
    }

    @Test
    void a_cancellation_is_read() {
        assertThat(form("filingId,reason", "取消," + FILING + ",二重の届出"))
                .isEqualTo(new FiledForm.Cancellation(FILING, "二重の届出"));
        assertThat(form("filingId,reason", "取消," + FILING + ",")).isEqualTo(new FiledForm.Cancellation(FILING, null));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "memberNumber,lostOn,cause; Loss,1234,2025-04-01,GONE; 5 code-unknown",
                "memberNumber,lostOn,cause; Loss,1234,2025-02-29,OTHER; 4 date-invalid",
                "memberNumber,lostOn,cause; Loss,1234,9-010430,OTHER; 4 date-not-of-era",
                "memberNumber,lostOn,cause; Loss,1234,2-010430,OTHER; 4 date-invalid",
                "memberNumber,lostOn,cause; Loss,1234,,OTHER; 4 item-missing",
                "memberNumber,lostOn,cause; Loss,12345678901,2025-04-01,OTHER; 3 digits-wrong-count",
                "memberNumber,lostOn,cause; Lost,1234,2025-04-01,OTHER; 1 code-unknown",
                "memberNumber,lostOn,cause; ,1234,2025-04-01,OTHER; 1 item-missing",
                "memberNumber,lostOn; Loss,1234,2025-04-01; - item-missing",
                "lostOn,cause; Loss,2025-04-01,OTHER; - person-not-identified",
                "name,lostOn,cause; Loss,山田,2025-04-01,OTHER; - person-not-identified",
                "memberNumber,lostOn,cause,acquiredOn; Loss,1234,2025-04-01,OTHER,2024-04-01; 6 item-not-of-type",
                "name,birthDate,acquiredOn; Enrolment,,1990-02-02,2025-04-01; 3 item-missing",
                "name,birthDate,acquiredOn; Enrolment,山田,1990-02-02,; 5 item-missing",
                "name,birthDate,acquiredOn,firstBaseSalary; Enrolment,山田,1990-02-02,2025-04-01,30万; 6 amount-invalid",
                "name,birthDate,acquiredOn,firstBaseSalary; Enrolment,山田,1990-02-02,2025-04-01,-1; 6 amount-invalid",
                "name,birthDate,acquiredOn,secondUnits; Enrolment,山田,1990-02-02,2025-04-01,1.5; 6 item-not-digits",
                "nameKana,birthDate,acquiredOn; Enrolment,山田,1990-02-02,2025-04-01; 3 item-not-kana",
                "memberNumber,effectiveFrom; BaseSalaryChange,1234,2025-04-01; - base-salary-not-given",
                "memberNumber,newName,changedOn; NameChange,1234,,2025-04-01; 4 item-missing",
                "memberNumber,newName,changedOn; NameChange,1234,山\u200B田,2025-04-01; 4 name-invalid",
                "memberNumber,postcode,address,changedOn; AddressChange,1234,100,東京,2025-04-01; 4 digits-wrong-count",
                "filingId; Cancellation,1-2-3-4-5; 3 item-form-invalid",
                "filingId; Cancellation,; 3 item-missing",
                "filingId,correctedType; Correction,01890a5d-ac96-774b-bcce-b302099a8057,Correction; 4 code-unknown"
            })
    void each_error_is_found_in_its_column(String columns, String values, String told) {
        assertThat(row(columns, values).told()).containsExactly("2 " + told);
    }

    @Test
    void a_transfer_of_nothing_is_an_error() {
        assertThat(row(
                                "memberNumber,plan,amount,assetReceivedOn,source,creditedMonths",
                                "TransferIn,1234,FIRST,0,2025-04-10,連合会,0")
                        .told())
                .containsExactly("2 5 amount-invalid");
    }

    @Test
    void a_column_that_the_file_lacks_is_named_all_the_same() {
        RowError error =
                row("memberNumber,lostOn", "Loss,1234,2025-04-01").errors().getFirst();

        assertThat(error.detail(Language.JAPANESE)).isEqualTo("「喪失理由」を入力してください。");
        assertThat(error.detail(Language.ENGLISH)).isEqualTo("cause must be given.");
    }

    @Test
    void all_errors_of_a_row_are_told_at_once() {
        assertThat(row("memberNumber,lostOn,cause,amount", "Loss,X,2025-02-30,GONE,5")
                        .told())
                .containsExactlyInAnyOrder(
                        "2 3 item-not-digits", "2 6 item-not-of-type", "2 4 date-invalid", "2 5 code-unknown");
    }

    @Test
    void an_error_never_repeats_the_value() {
        Outcome outcome = row("memberNumber,lostOn,cause", "Loss,SECRET,SECRET,SECRET");

        assertThat(outcome.told()).hasSize(3);
        assertThat(outcome.toString()).doesNotContain("SECRET");
    }

    @Test
    void a_number_of_12_digits_in_a_text_refuses_the_row_so_that_it_is_not_kept() {
        Outcome outcome = row(
                "memberNumber,postcode,address,changedOn", "AddressChange,1234,1000013,個人番号 １２３４-５６７８-９０１８,2025-04-01");
        assertThat(outcome.errors()).extracting(RowError::problem).containsExactly(FileProblem.MY_NUMBER_IN_TEXT);
    }

    @Test
    void a_my_number_is_dropped_and_said_so() {
        Outcome outcome = row("memberNumber,lostOn,cause,個人番号", "Loss,1234,2025-04-01,OTHER,123456789018");

        assertThat(outcome.only().notes()).containsExactly(RowNote.MY_NUMBER_DROPPED);
        assertThat(outcome.only().items()).doesNotContainKey("myNumber");
        assertThat(outcome.toString()).doesNotContain("123456789018");
    }

    @Test
    void columns_have_japanese_names_and_any_order() {
        String text = "喪失理由,資格喪失日,加入者番号,事業所番号,届書種別\r\n退職,2025-04-01,1234,0000001,資格喪失届\r\n";

        assertThat(FileFixtures.readUtf8(text).form())
                .isEqualTo(new FiledForm.Loss(MEMBER, LocalDate.of(2025, 4, 1), LossCause.RETIREMENT, null, null));
    }

    @Test
    void rows_are_numbered_by_the_lines_of_the_file() {
        String text = """
                type,establishmentNumber,memberNumber,lostOn,cause

                Loss,0000001,1234,2025-04-01,OTHER
                Loss,0000001,"12
                34",2025-04-01,OTHER
                Loss,0000001,1234
                Loss,0000001,1234,2025-04-01,OTHER,
                """;
        Outcome outcome = FileFixtures.readUtf8(text);

        assertThat(outcome.rows()).extracting(FiledRow::number).containsExactly(3L, 4L, 6L, 7L);
        assertThat(outcome.told())
                .containsExactly("4 3 character-control", "6 - item-count-wrong", "7 - item-count-wrong");
        assertThat(outcome.summary().rows()).isEqualTo(4);
        assertThat(outcome.summary().refused()).isEqualTo(3);
        assertThat(outcome.summary().header()).isNull();
    }

    @Test
    void undecodable_bytes_are_told_by_row_and_column() {
        String text = """
                type,establishmentNumber,name,birthDate,acquiredOn
                Enrolment,0000001,髙,1990-02-02,2025-04-01
                Enrolment,0000001,田,1990-02-02,2025-04-01
                """;
        byte[] bytes = text.getBytes(LayoutWriter.WINDOWS_31J);
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == (byte) 0xFB) {
                bytes[i] = (byte) 0xFF;
            }
        }
        Outcome outcome = FileFixtures.read(bytes);

        assertThat(outcome.told()).containsExactly("2 3 character-undecodable");
        assertThat(outcome.rows().get(1)).isInstanceOf(FiledRow.Read.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "type,salary; 1 2 column-unknown",
                "type,; 1 2 column-unknown",
                "type,name,氏名; 1 3 column-repeated",
                "種類,type; 1 1 column-unknown"
            })
    void a_header_that_is_not_ours_refuses_the_file(String header, String told) {
        assertThatThrownBy(() -> FileFixtures.readUtf8(header + "\r\nLoss,1\r\n"))
                .isInstanceOfSatisfying(FileRefused.class, refused -> {
                    assertThat(refused.refusal().problem()).isEqualTo(FileProblem.HEADER_INVALID);
                    assertThat(refused.errors().stream().map(FileFixtures::told))
                            .containsExactly(told);
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"Loss,0000001\r\nLoss,0000002", "\"Loss\"s,0000001", "\"Loss"})
    void quotes_that_do_not_close_refuse_the_file_from_there(String broken) {
        String text = "type,establishmentNumber\r\nLoss,0000001\r\n" + broken;

        assertThatThrownBy(() -> FileFixtures.readUtf8(text)).isInstanceOfSatisfying(FileRefused.class, refused -> {
            assertThat(refused.refusal().problem()).isEqualTo(FileProblem.QUOTES_BROKEN);
            assertThat(refused.errors().stream().map(FileFixtures::told)).containsExactly("3 - quotes-broken");
        });
    }

    /** The example of the documentation is read as it stands there. */
    @Test
    void the_example_of_the_documentation_is_read_without_an_error() throws IOException {
        Path document = Path.of(Objects.requireNonNull(System.getProperty("nenkin.root")), "docs", "filing.md");
        String text = Files.readString(document);
        String example = text.substring(text.indexOf("```csv\n") + 7);
        Outcome outcome = FileFixtures.readUtf8(example.substring(0, example.indexOf("```")));

        assertThat(outcome.errors()).isEmpty();
        assertThat(outcome.rows())
                .extracting(row -> ((FiledRow.Read) row).form().getClass().getSimpleName())
                .contains(
                        "Enrolment",
                        "Loss",
                        "BaseSalaryChange",
                        "Employed",
                        "NameChange",
                        "BirthDateCorrection",
                        "AddressChange",
                        "TransferIn",
                        "Correction",
                        "Cancellation");
        assertThat(OurColumn.values()).allSatisfy(column -> assertThat(text).contains("`" + column.field() + "`"));
    }

    @Test
    void a_byte_order_mark_is_no_part_of_the_first_column() {
        byte[] bytes = "\uFEFFtype,establishmentNumber,memberNumber,lostOn,cause\nLoss,0000001,1234,2025-04-01,OTHER\n"
                .getBytes(StandardCharsets.UTF_8);

        assertThat(FileFixtures.read(bytes).form()).isInstanceOf(FiledForm.Loss.class);
    }
}
