package jp.nenkin.member.derivation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jp.nenkin.member.derivation.ReckoningRules.Base;
import jp.nenkin.member.derivation.ReckoningRules.Choice;
import jp.nenkin.member.derivation.ReckoningRules.NoBase;
import jp.nenkin.member.file.FiledForm;
import jp.nenkin.member.file.FiledPerson;
import jp.nenkin.member.plan.PlanData;
import jp.nenkin.member.upload.KeptRows.KeptRow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReckoningRulesTest {
    private static final FiledPerson SOMEBODY = new FiledPerson("1234", null, null, null, null);
    private static final LocalDate OCTOBER = LocalDate.of(2025, 10, 1);
    private static final LocalDate APRIL = LocalDate.of(2026, 4, 1);

    /** Where a row stands: files are numbered as they were received. */
    private static KeptRow row(FiledForm form, int receipt, int line, Map<String, String> items) {
        return new KeptRow(new UUID(0, receipt), receipt, line, form, items);
    }

    private static Reckoning calculation(String appliesFrom, long remuneration) {
        YearMonth from = YearMonth.parse(appliesFrom);
        return reckoning(row(new FiledForm.BaseCalculation(SOMEBODY, from, remuneration, 0), 1, 6, Map.of()));
    }

    private static Reckoning change(String appliesFrom, long remuneration, String... marks) {
        return changeAt(1, 7, filed(appliesFrom, remuneration), marks);
    }

    private static FiledForm filed(String appliesFrom, long remuneration) {
        return new FiledForm.MonthlyChange(SOMEBODY, YearMonth.parse(appliesFrom), remuneration, 0);
    }

    private static Reckoning changeAt(int receipt, int line, FiledForm form, String... marks) {
        Map<String, String> items = new HashMap<>();
        for (String mark : marks) {
            items.put(mark, "1");
        }
        return reckoning(row(form, receipt, line, items));
    }

    private static Reckoning reckoning(KeptRow row) {
        return Reckoning.of(row).orElseThrow();
    }

    private static Choice chosen(LocalDate day, Reckoning... reckonings) {
        return new ReckoningRules(PlanData.standard(), day).choose(List.of(reckonings));
    }

    private static void assertNothing(Choice choice, DerivationProblem why) {
        assertThat(choice).isInstanceOf(NoBase.class);
        assertThat(((NoBase) choice).why().problem()).isEqualTo(why);
    }

    @ParameterizedTest
    @CsvSource({
        "2025-10-01, 92999, 88000",
        "2025-10-01, 93000, 98000",
        "2025-10-01, 634999, 620000",
        "2025-10-01, 635000, 650000",
        "2025-10-01, 9999999, 650000",
        "2027-04-01, 665000, 650000",
        "2027-10-01, 664999, 650000",
        "2027-10-01, 665000, 680000",
        "2027-10-01, 695000, 680000",
        "2028-10-01, 694999, 680000",
        "2028-10-01, 695000, 710000",
        "2028-10-01, 730000, 710000",
        "2029-10-01, 729999, 710000",
        "2029-10-01, 730000, 750000",
    })
    void the_grade_is_that_of_the_day(LocalDate day, long remuneration, long grade) {
        Reckoning raised = change(YearMonth.from(day).minusMonths(5).toString(), remuneration);
        assertThat(chosen(day, raised)).isEqualTo(new Base(raised, grade));
    }

    @ParameterizedTest
    @CsvSource({
        "2025-04, false",
        "2025-05, true",
        "2025-08, true",
        "2025-09, true",
        "2025-10, true",
        "2025-11, false",
    })
    void changes_from_may_to_october_give_the_base_of_october(String month, boolean counts) {
        Choice choice = chosen(OCTOBER, change(month, 320_000));
        assertThat(choice instanceof Base).isEqualTo(counts);
    }

    @ParameterizedTest
    @CsvSource({
        "2025-10, false",
        "2025-11, true",
        "2025-12, true",
        "2026-01, true",
        "2026-04, true",
        "2026-05, false",
    })
    void changes_from_november_to_april_give_the_base_of_april(String month, boolean counts) {
        Choice choice = chosen(APRIL, change(month, 320_000));
        assertThat(choice instanceof Base).isEqualTo(counts);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2024-09", "2025-08", "2025-10", "2026-09"})
    void a_calculation_counts_from_september_of_the_year_alone(String month) {
        assertNothing(chosen(OCTOBER, calculation(month, 320_000)), DerivationProblem.APPLIES_FROM_OTHER_MONTH);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2025-09", "2026-09"})
    void a_calculation_gives_no_base_of_april(String month) {
        assertNothing(chosen(APRIL, calculation(month, 320_000)), DerivationProblem.APPLIES_FROM_OTHER_MONTH);
    }

    @Test
    void the_latest_month_wins_and_of_one_month_the_change() {
        Reckoning august = change("2025-08", 200_000);
        Reckoning calculation = calculation("2025-09", 300_000);
        Reckoning september = changeAt(1, 5, filed("2025-09", 400_000));
        Reckoning october = change("2025-10", 500_000);
        assertThat(chosen(OCTOBER, calculation, august)).isEqualTo(new Base(calculation, 300_000));
        assertThat(chosen(OCTOBER, september, calculation)).isEqualTo(new Base(september, 410_000));
        assertThat(chosen(OCTOBER, september, october, calculation)).isEqualTo(new Base(october, 500_000));
        assertThat(chosen(OCTOBER, change("2025-11", 600_000), calculation)).isEqualTo(new Base(calculation, 300_000));
    }

    @Test
    void a_later_file_corrects_an_earlier_one() {
        Reckoning first = changeAt(1, 9, filed("2025-10", 300_000));
        Reckoning second = changeAt(2, 6, filed("2025-10", 400_000));
        assertThat(chosen(OCTOBER, second, first)).isEqualTo(new Base(second, 410_000));
    }

    @Test
    void rows_of_one_file_that_differ_in_the_grade_leave_it_open() {
        Reckoning first = changeAt(1, 6, filed("2025-10", 300_000));
        Reckoning same = changeAt(1, 7, filed("2025-10", 300_001));
        Reckoning other = changeAt(1, 8, filed("2025-10", 400_000));
        assertThat(chosen(OCTOBER, first, same)).isEqualTo(new Base(same, 300_000));
        assertNothing(chosen(OCTOBER, first, other), DerivationProblem.SEVERAL_ROWS);
        assertThat(((NoBase) chosen(OCTOBER, first, other)).why().values())
                .isEqualTo(Map.of("line", 6L, "otherLine", 8L));
    }

    @Test
    void what_is_not_of_the_pension_insurance_gives_no_base() {
        Reckoning health = change("2025-10", 900_000, "healthOnly");
        Reckoning over = change("2025-10", 900_000, "overSeventyOnly");
        Reckoning earlier = change("2025-06", 300_000);
        assertNothing(chosen(OCTOBER, health), DerivationProblem.HEALTH_INSURANCE_ALONE);
        assertNothing(chosen(OCTOBER, over), DerivationProblem.OVER_SEVENTY_ALONE);
        assertThat(chosen(OCTOBER, health, over, earlier)).isEqualTo(new Base(earlier, 300_000));
    }

    @ParameterizedTest
    @CsvSource({"0300000, 39", "0000000, 38", "０００, 38", "'', 38"})
    void a_line_says_in_which_item_its_figure_stands(String adjusted, int item) {
        FiledForm form = filed("2025-10", 300_000);
        assertThat(reckoning(row(form, 3, 9, Map.of("adjustedAverage", adjusted)))
                        .origin()
                        .item())
                .isEqualTo(item);
        assertThat(reckoning(row(form, 3, 9, Map.of())).origin().item()).isEqualTo(38);
    }
}
