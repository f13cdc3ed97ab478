package jp.nenkin.ledger.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.YearMonth;
import jp.nenkin.ledger.interest.EarnedMonths;
import jp.nenkin.ledger.interest.MonthKind;
import jp.nenkin.ledger.money.FiscalYear;
import jp.nenkin.ledger.money.Yen;
import org.junit.jupiter.api.Test;

/** Which months an amount earns, by example X: 100,000 yen on 31 March 2024, 3,300 yen a month. */
class AccrualTest {
    private static final EarnedMonths NONE = EarnedMonths.NONE;
    private static final LocalDate MARCH_2025 = LocalDate.of(2025, 3, 31);

    private static Accrual x() {
        return Accrual.after(LocalDate.of(2024, 3, 31), new Yen(100_000));
    }

    private static Accrual posted(Accrual accrual, String first, String last) {
        Accrual posted = accrual;
        YearMonth end = YearMonth.parse(last);
        for (YearMonth month = YearMonth.parse(first); !month.isAfter(end); month = month.plusMonths(1)) {
            posted = posted.with(month, new Yen(3_300));
        }
        return posted;
    }

    @Test
    void a_year_has_twelve_months_of_the_opening_and_seventy_eight_of_a_contribution() {
        Accrual.Earned earned = posted(x(), "2024-04", "2025-03").earned(MARCH_2025);

        assertThat(earned.member()).isEqualTo(new EarnedMonths(12, 257_400));
        assertThat(earned.outside()).isEqualTo(NONE);
    }

    @Test
    void up_to_a_day_in_october_the_opening_has_seven_months_and_april_too() {
        Accrual.Earned earned = posted(x(), "2024-04", "2024-09").earned(LocalDate.of(2024, 10, 15));

        // 3,300 for seven, six, five, four, three and two months.
        assertThat(earned.member()).isEqualTo(new EarnedMonths(7, 89_100));
    }

    @Test
    void months_of_the_next_year_earn_nothing_in_this_one_and_everything_in_theirs() {
        Accrual ahead = posted(x(), "2024-04", "2025-05");
        assertThat(ahead.earned(MARCH_2025).member()).isEqualTo(new EarnedMonths(12, 257_400));
        assertThat(ahead.balance()).isEqualTo(new Yen(146_200));

        Accrual next = ahead.credited(MARCH_2025, new Yen(4_494), YearMonth.of(2025, 4));

        assertThat(next.opening()).isEqualTo(new Yen(144_094));
        assertThat(next.balance()).isEqualTo(new Yen(150_694));
        // April's 3,300 for two months and May's for one.
        assertThat(next.earned(LocalDate.of(2025, 5, 9)).member()).isEqualTo(new EarnedMonths(2, 9_900));
    }

    @Test
    void after_a_crediting_in_october_the_closing_earns_from_october_on_as_before() {
        Accrual left = posted(x(), "2024-04", "2024-09")
                .credited(LocalDate.of(2024, 10, 15), new Yen(2_434), YearMonth.of(2024, 10))
                .turning(YearMonth.of(2024, 10), MonthKind.OUTSIDE);

        assertThat(left.opening()).isEqualTo(new Yen(122_234));
        assertThat(left.earned(MARCH_2025)).isEqualTo(new Accrual.Earned(NONE, new EarnedMonths(6, 0)));
    }

    @Test
    void a_month_is_of_the_kind_that_holds_at_its_end() {
        Accrual back = posted(x(), "2024-04", "2024-09")
                .credited(LocalDate.of(2024, 10, 15), new Yen(2_434), YearMonth.of(2024, 10))
                .turning(YearMonth.of(2024, 10), MonthKind.OUTSIDE)
                .turning(YearMonth.of(2025, 1), MonthKind.MEMBER);

        // October to December outside; January to March as a member, with 3,300 for three, two and one months.
        assertThat(posted(back, "2025-01", "2025-03").earned(MARCH_2025))
                .isEqualTo(new Accrual.Earned(new EarnedMonths(3, 19_800), new EarnedMonths(3, 0)));
    }

    @Test
    void amounts_of_before_a_turn_earn_on_behind_it_in_the_other_kind() {
        Accrual turned = posted(x(), "2024-04", "2024-09").turning(YearMonth.of(2024, 10), MonthKind.OUTSIDE);

        // 19,800 gathered: 3,300 for six to one months as a member, and all of it for six months more outside.
        assertThat(turned.earned(MARCH_2025))
                .isEqualTo(new Accrual.Earned(new EarnedMonths(6, 69_300), new EarnedMonths(6, 118_800)));
    }

    @Test
    void frozen_months_earn_nothing_and_what_was_earned_before_stays() {
        Accrual frozen = posted(x(), "2024-04", "2024-09").turning(YearMonth.of(2024, 10), MonthKind.FROZEN);
        assertThat(frozen.earned(MARCH_2025)).isEqualTo(new Accrual.Earned(new EarnedMonths(6, 69_300), NONE));

        Accrual back = frozen.turning(YearMonth.of(2025, 2), MonthKind.MEMBER);
        assertThat(back.earned(MARCH_2025))
                .as("February and March again")
                .isEqualTo(new Accrual.Earned(new EarnedMonths(8, 69_300 + 39_600), NONE));
    }

    @Test
    void a_frozen_balance_earns_again_from_the_month_of_return_but_no_month_twice() {
        Accrual frozen = posted(x(), "2024-04", "2024-09")
                .credited(LocalDate.of(2024, 10, 15), new Yen(2_434), YearMonth.of(2024, 10));

        assertThat(frozen.resumedOn(LocalDate.of(2025, 2, 10))
                        .earned(MARCH_2025)
                        .member())
                .isEqualTo(new EarnedMonths(2, 0));
        assertThat(frozen.resumedOn(LocalDate.of(2024, 10, 20))
                        .earned(MARCH_2025)
                        .member())
                .isEqualTo(new EarnedMonths(6, 0));
        Accrual notOverlapping = posted(x(), "2024-04", "2024-09")
                .credited(LocalDate.of(2024, 10, 15), new Yen(2_434), YearMonth.of(2024, 11));
        assertThat(notOverlapping
                        .resumedOn(LocalDate.of(2024, 10, 20))
                        .earned(MARCH_2025)
                        .member())
                .as("where October counted once, in the period that ended in it")
                .isEqualTo(new EarnedMonths(5, 0));
    }

    @Test
    void an_account_with_nothing_in_it_has_nothing_to_credit() {
        Accrual empty = Accrual.startingOn(LocalDate.of(2024, 4, 10));
        assertThat(empty.isIdle()).isTrue();
        assertThat(x().isIdle()).isFalse();

        Accrual taken = posted(empty, "2024-04", "2024-05");
        assertThat(taken.isIdle()).isFalse();
        Accrual takenBack =
                taken.with(YearMonth.of(2024, 4), new Yen(-3_300)).with(YearMonth.of(2024, 5), new Yen(-3_300));
        assertThat(takenBack.isIdle()).as("as if nothing had been posted").isTrue();
        assertThat(taken.with(YearMonth.of(2024, 5), new Yen(-6_600)).isIdle())
                .as("nothing is left, but April was earned for a month longer")
                .isFalse();
    }

    @Test
    void years_in_which_nothing_was_there_are_passed_over() {
        Accrual empty = Accrual.startingOn(LocalDate.of(2024, 4, 10));

        assertThat(empty.with(YearMonth.of(2026, 5), new Yen(3_300)).year()).isEqualTo(new FiscalYear(2026));
        assertThat(empty.reaching(new FiscalYear(2026)).year()).isEqualTo(new FiscalYear(2026));
        assertThat(empty.reaching(new FiscalYear(2023)).year()).isEqualTo(new FiscalYear(2024));
        assertThat(x().reaching(new FiscalYear(2026)).year()).isEqualTo(new FiscalYear(2024));
    }

    @Test
    void an_amount_is_of_the_year_to_be_credited_or_of_the_next() {
        assertThat(x().takes(YearMonth.of(2024, 4))).isTrue();
        assertThat(x().takes(YearMonth.of(2026, 3))).isTrue();
        assertThat(x().takes(YearMonth.of(2024, 3))).isFalse();
        assertThat(x().takes(YearMonth.of(2026, 4))).isFalse();
        assertThatThrownBy(() -> x().with(YearMonth.of(2024, 3), new Yen(3_300)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("2024-03");
        assertThatThrownBy(() -> x().with(YearMonth.of(2026, 4), new Yen(3_300)))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_credit_of_another_year_than_the_one_that_is_due_is_corruption() {
        assertThatThrownBy(() -> x().earned(LocalDate.of(2025, 4, 1))).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> x().earned(LocalDate.of(2024, 3, 31))).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> x().credited(LocalDate.of(2025, 4, 1), Yen.ZERO, YearMonth.of(2025, 4)))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> x().turning(YearMonth.of(2025, 4), MonthKind.OUTSIDE))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void what_was_earned_before_a_turn_is_to_be_credited_though_the_amount_is_gone() {
        Accrual gone = posted(Accrual.startingOn(LocalDate.of(2024, 4, 10)), "2024-04", "2024-04")
                .turning(YearMonth.of(2024, 10), MonthKind.OUTSIDE)
                .with(YearMonth.of(2024, 10), new Yen(-3_300));

        assertThat(gone.balance()).isEqualTo(Yen.ZERO);
        assertThat(gone.isIdle()).isFalse();
        // 3,300 yen from April to September.
        assertThat(gone.earned(MARCH_2025).member()).isEqualTo(new EarnedMonths(6, 19_800));
    }

    @Test
    void what_was_earned_outside_before_a_turn_is_to_be_credited_too() {
        Accrual outside = Accrual.startingOn(LocalDate.of(2024, 4, 10))
                .turning(YearMonth.of(2024, 4), MonthKind.OUTSIDE)
                .with(YearMonth.of(2024, 4), new Yen(3_300))
                .turning(YearMonth.of(2024, 10), MonthKind.MEMBER)
                .with(YearMonth.of(2024, 10), new Yen(-3_300));

        assertThat(outside.isIdle()).isFalse();
        assertThat(outside.earned(MARCH_2025).outside()).isEqualTo(new EarnedMonths(6, 19_800));
    }

    @Test
    void a_balance_whose_months_cancel_out_is_credited_though_with_nothing() {
        // 6,600 yen for March alone, less 550 for all twelve months.
        Accrual cancelled = Accrual.startingOn(LocalDate.of(2024, 4, 10))
                .with(YearMonth.of(2025, 3), new Yen(6_600))
                .with(YearMonth.of(2024, 4), new Yen(-550));

        assertThat(cancelled.balance()).isEqualTo(new Yen(6_050));
        assertThat(cancelled.earned(MARCH_2025).member()).isEqualTo(new EarnedMonths(12, 0));
        assertThat(cancelled.isIdle()).isFalse();
    }
}
