package jp.nenkin.ledger.account;

import static jp.nenkin.ledger.account.Given.ESTABLISHMENT;
import static jp.nenkin.ledger.account.Given.filing;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import jp.nenkin.events.FilingType;
import jp.nenkin.ledger.money.Yen;
import org.junit.jupiter.api.Test;

/** Which base salary holds in which month. */
class BaseSalariesTest {
    private static final BaseSalary APRIL = from("2024-04", 300_000);
    private static final BaseSalary OCTOBER = from("2024-10", 320_000);
    private static final BaseSalary NEXT_APRIL = from("2025-04", 340_000);
    private static final BaseSalaries ALL =
            BaseSalaries.NONE.with(OCTOBER).with(NEXT_APRIL).with(APRIL);

    private static BaseSalary from(String month, long amount) {
        return new BaseSalary(
                YearMonth.parse(month), ESTABLISHMENT, new Yen(amount), filing(FilingType.BASE_SALARY_CHANGE));
    }

    @Test
    void each_holds_from_its_month_until_the_next() {
        assertThat(ALL.entries()).containsExactly(APRIL, OCTOBER, NEXT_APRIL);
        assertThat(ALL.of(YearMonth.of(2024, 3))).isEmpty();
        assertThat(ALL.of(YearMonth.of(2024, 4))).contains(APRIL);
        assertThat(ALL.of(YearMonth.of(2024, 9))).contains(APRIL);
        assertThat(ALL.of(YearMonth.of(2024, 10))).contains(OCTOBER);
        assertThat(ALL.of(YearMonth.of(2026, 1))).contains(NEXT_APRIL);
    }

    @Test
    void one_of_the_same_month_takes_the_place_of_the_other() {
        BaseSalary corrected = from("2024-10", 360_000);

        assertThat(ALL.with(corrected).entries()).containsExactly(APRIL, corrected, NEXT_APRIL);
        assertThat(ALL.begins(YearMonth.of(2024, 10))).isTrue();
        assertThat(ALL.begins(YearMonth.of(2024, 11))).isFalse();
    }

    @Test
    void those_that_no_later_month_is_computed_with_go_and_the_one_that_holds_stays() {
        assertThat(ALL.since(YearMonth.of(2024, 9)).entries()).containsExactly(APRIL, OCTOBER, NEXT_APRIL);
        assertThat(ALL.since(YearMonth.of(2024, 10)).entries()).containsExactly(OCTOBER, NEXT_APRIL);
        assertThat(ALL.since(YearMonth.of(2025, 3)).entries()).containsExactly(OCTOBER, NEXT_APRIL);
        assertThat(ALL.since(YearMonth.of(2026, 1)).entries()).containsExactly(NEXT_APRIL);
        assertThat(BaseSalaries.NONE.since(YearMonth.of(2026, 1)).entries()).isEmpty();
    }
}
