package jp.nenkin.ledger.interest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.YearMonth;
import jp.nenkin.ledger.money.Yen;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Months that count, rates as they are written, and the one ceiling. */
class InterestTest {

    @ParameterizedTest
    @CsvSource({
        "2024-04, 2025-03, 12",
        "2024-10, 2025-03, 6",
        "2025-03, 2025-03, 1",
        "2025-04, 2025-03, 0",
        "2025-12, 2025-03, 0"
    })
    void months_are_counted_with_both_ends(YearMonth from, YearMonth to, int months) {
        assertThat(Interest.months(from, to)).isEqualTo(months);
    }

    @Test
    void by_the_wording_the_month_of_a_crediting_in_its_middle_counts_again() {
        assertThat(MonthCount.LITERAL.firstAfter(LocalDate.of(2024, 10, 15))).isEqualTo(YearMonth.of(2024, 10));
        assertThat(MonthCount.LITERAL.firstAfter(LocalDate.of(2025, 3, 31))).isEqualTo(YearMonth.of(2025, 4));
        assertThat(MonthCount.NO_OVERLAP.firstAfter(LocalDate.of(2024, 10, 15))).isEqualTo(YearMonth.of(2024, 11));
        assertThat(MonthCount.NO_OVERLAP.firstAfter(LocalDate.of(2025, 3, 31))).isEqualTo(YearMonth.of(2025, 4));
    }

    @Test
    void a_part_of_a_yen_is_rounded_up_and_a_whole_yen_is_not() {
        assertThat(Interest.on(12_000, Rounding.CEIL_SUM)).isEqualTo(new Yen(1));
        assertThat(Interest.on(12_001, Rounding.CEIL_SUM)).isEqualTo(new Yen(2));
        assertThat(Interest.on(1, Rounding.CEIL_SUM)).isEqualTo(new Yen(1));
        assertThat(Interest.on(0, Rounding.CEIL_SUM)).isEqualTo(Yen.ZERO);
    }

    @Test
    void months_of_two_kinds_are_added_up() {
        EarnedMonths both = new EarnedMonths(7, 69_300).plus(new EarnedMonths(3, 700));

        assertThat(both).isEqualTo(new EarnedMonths(10, 70_000));
        assertThat(both.with(100_000)).as("100,000 for ten months").isEqualTo(1_070_000);
    }

    @Test
    void months_that_earn_nothing_are_none() {
        assertThat(EarnedMonths.NONE.isNone()).isTrue();
        assertThat(new EarnedMonths(1, 0).isNone()).isFalse();
        assertThat(new EarnedMonths(0, 1).isNone()).isFalse();
    }

    @Test
    void a_rate_is_written_with_one_decimal() {
        assertThat(CreditingRate.parse("3.7")).isEqualTo(new CreditingRate(37)).hasToString("3.7");
        assertThat(CreditingRate.parse("0.0")).isEqualTo(new CreditingRate(0)).hasToString("0.0");
        assertThat(CreditingRate.parse("9.9")).isEqualTo(new CreditingRate(99)).hasToString("9.9");
    }

    @ParameterizedTest
    @ValueSource(strings = {"3", "3.70", "10.0", "-1.0", "", "a.b"})
    void another_form_is_no_rate(String text) {
        assertThatThrownBy(() -> CreditingRate.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 100})
    void a_rate_is_between_0_0_and_9_9(int tenths) {
        assertThatThrownBy(() -> new CreditingRate(tenths)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_cap_lowers_a_higher_rate_and_leaves_the_others() {
        CreditingRate cap = CreditingRate.parse("2.5");

        assertThat(CreditingRate.parse("3.7").cappedAt(cap)).isEqualTo(cap);
        assertThat(CreditingRate.parse("2.5").cappedAt(cap)).isEqualTo(cap);
        assertThat(CreditingRate.parse("2.4").cappedAt(cap)).isEqualTo(CreditingRate.parse("2.4"));
    }
}
