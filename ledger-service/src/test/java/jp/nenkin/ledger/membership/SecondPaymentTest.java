package jp.nenkin.ledger.membership;

import static jp.nenkin.ledger.membership.Facts.FIRST;
import static jp.nenkin.ledger.membership.Facts.SECOND;
import static jp.nenkin.ledger.membership.Facts.asset;
import static jp.nenkin.ledger.membership.Facts.balance;
import static jp.nenkin.ledger.membership.Facts.base;
import static jp.nenkin.ledger.membership.Facts.cancelled;
import static jp.nenkin.ledger.membership.Facts.enrolled;
import static jp.nenkin.ledger.membership.Facts.lost;
import static jp.nenkin.ledger.membership.Facts.paid;
import static jp.nenkin.ledger.membership.Facts.takenOver;
import static jp.nenkin.ledger.membership.Facts.transferred;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import jp.nenkin.events.Plan;
import jp.nenkin.ledger.account.AccountEvent.ExcessRecovered;
import jp.nenkin.ledger.account.AccountEvent.LumpSumPaid;
import jp.nenkin.ledger.account.AccountState.Closed;
import jp.nenkin.ledger.account.PlanBalances;
import jp.nenkin.ledger.account.PlanData;
import jp.nenkin.ledger.account.Refusal;
import jp.nenkin.ledger.membership.MemberDecider.Outcome;
import jp.nenkin.ledger.money.AccountId;
import jp.nenkin.ledger.money.FiscalYear;
import jp.nenkin.ledger.money.Yen;
import org.junit.jupiter.api.Test;

/** All payments for a plan together are its lump sum, rounded up once. */
class SecondPaymentTest {
    // Example X leaves with 122,234 yen and is paid 122,300.
    private final MemoryLedger x = new MemoryLedger(Facts.MEMBER, PlanData.read())
            .rate(2024, "3.7")
            .booksThrough(YearMonth.of(2024, 3), new FiscalYear(2023))
            .when(takenOver("2015-04-01", 300_000))
            .when(balance(FIRST, "2024-03-31", 100_000))
            .runMonths("2024-04", "2024-09")
            .when(lost("2024-10-16"))
            .when(paid("2024-12-20"));

    @Test
    void a_shortfall_is_paid_less_what_the_first_payment_has_rounded_up() {
        x.when(base("2024-09-01", 320_000));

        // 220 yen of September and a yen of interest: 122,455 yen in all, of which 122,300 are paid.
        assertThat(x.state(FIRST).balance()).isEqualTo(new Yen(221));
        assertThat(payable()).isEqualTo(200);

        x.when(second());
        assertThat(x.state(FIRST).balance()).isEqualTo(Yen.ZERO);
        assertThat(x.all(FIRST, LumpSumPaid.class))
                .extracting(each -> each.planBalance().plus(each.rounding()).amount())
                .containsExactly(122_300L, 200L);
        assertThat(payable()).isZero();
    }

    @Test
    void a_shortfall_that_the_first_payment_has_rounded_up_is_owed_to_nobody() {
        x.when(transferred("2024-05-10", 1, 50, 0));

        // The asset turns out after the payment, and was not paid: 122,285 yen in all, of which 122,300 are paid.
        assertThat(x.state(asset(1)).balance()).isEqualTo(new Yen(51));
        assertThat(x.all(asset(1), LumpSumPaid.class)).isEmpty();
        assertThat(payable()).isZero();

        x.when(transferred("2024-06-10", 2, 300, 0));
        // 303 yen of the second asset besides: 122,588 yen.
        assertThat(x.state(asset(2)).balance().amount()).isEqualTo(305);
        assertThat(payable()).isEqualTo(300);
        x.when(second());
        assertThat(List.of(x.state(FIRST), x.state(asset(1)), x.state(asset(2))))
                .allSatisfy(state -> assertThat(state.balance()).isEqualTo(Yen.ZERO));
        assertThat(payable()).isZero();
    }

    @Test
    void an_excess_is_what_was_paid_less_the_lump_sum_that_was_due() {
        x.when(base("2024-09-01", 280_000));

        // 220 yen of September and two of interest less: 122,012 yen, a lump sum of 122,100.
        assertThat(((Closed) x.state(FIRST)).excess()).isEqualTo(new Yen(222));
        assertThat(payable()).isEqualTo(-200);

        x.when(cancelled("base salary of 2024-09-01"));
        assertThat(payable()).isZero();
    }

    @Test
    void what_came_back_counts_as_never_paid() {
        x.when(base("2024-09-01", 280_000)).when(recovered(200));

        assertThat(((Closed) x.state(FIRST)).excess()).isEqualTo(new Yen(22));
        assertThat(x.state(FIRST).balance()).isEqualTo(Yen.ZERO);
        assertThat(payable()).isZero();

        x.when(cancelled("base salary of 2024-09-01"));
        // 122,234 yen are due after all, of which 122,100 are left with the member.
        assertThat(x.state(FIRST).balance()).isEqualTo(new Yen(200));
        assertThat(payable()).isEqualTo(200);

        x.when(second());
        assertThat(x.state(FIRST).balance()).isEqualTo(Yen.ZERO);
        assertThat(payable()).isZero();
    }

    @Test
    void what_came_back_is_more_than_the_account_had_too_much_where_the_rounding_came_back_too() {
        x.when(base("2024-08-01", 280_000));
        // Two months of 220 yen and four of interest less: 121,790 yen, a lump sum of 121,800.
        assertThat(((Closed) x.state(FIRST)).excess()).isEqualTo(new Yen(444));
        assertThat(payable()).isEqualTo(-500);

        x.when(recovered(500));

        Closed closed = (Closed) x.state(FIRST);
        assertThat(closed.excess()).isEqualTo(Yen.ZERO);
        assertThat(closed.rounding()).isEqualTo(new Yen(10));
        assertThat(payable()).isZero();
        assertThat(x.all(FIRST, ExcessRecovered.class))
                .extracting(ExcessRecovered::recovered, ExcessRecovered::rounding, ExcessRecovered::planRecovered)
                .containsExactly(tuple(new Yen(444), new Yen(56), new Yen(500)));
    }

    @Test
    void after_a_recovery_a_correction_that_lowers_the_excess_only_is_owed_by_the_fund() {
        x.when(base("2024-09-01", 260_000));
        assertThat(payable()).isEqualTo(-500);
        x.when(recovered(500)).when(base("2024-09-01", 280_000, "again", "base salary of 2024-09-01"));

        // 122,012 yen are due, a lump sum of 122,100; 121,800 are left with the member.
        assertThat(payable()).isEqualTo(300);
    }

    @Test
    void the_same_facts_lead_to_the_same_money_whether_the_excess_came_back_in_between_or_not() {
        x.when(base("2024-09-01", 280_000))
                .when(recovered(200))
                .when(base("2024-05-01", 320_000))
                .when(cancelled("base salary of 2024-09-01"))
                .when(second());
        Yen total = x.all(FIRST, LumpSumPaid.class).stream()
                .map(each -> each.planBalance().plus(each.rounding()))
                .reduce(new Yen(-200), Yen::plus);

        // 220 yen more in each month from May on: 1,100 yen, and 13 of interest.
        assertThat(total).isEqualTo(new Yen(123_400));
        assertThat(payable()).isZero();
    }

    @Test
    void more_than_was_paid_too_much_does_not_come_back() {
        x.when(base("2024-09-01", 280_000));

        assertThat(x.record(recovered(300)))
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.refusal()).isEqualTo(Refusal.NOTHING_PAID_TOO_MUCH));
    }

    @Test
    void an_asset_that_never_was_and_was_paid_is_paid_too_much() {
        MemoryLedger paid = new MemoryLedger(Facts.MEMBER, PlanData.read())
                .rate(2024, "3.7")
                .booksThrough(YearMonth.of(2024, 3), new FiscalYear(2023))
                .when(takenOver("2015-04-01", 300_000))
                .when(balance(FIRST, "2024-03-31", 100_000))
                .when(transferred("2024-05-10", 1, 50_000, 0))
                .runMonths("2024-04", "2024-09")
                .when(lost("2024-10-16"))
                .when(paid("2024-12-20"))
                .when(cancelled("transfer of 2024-05-10"));

        // 122,234 and 50,925 of the asset were paid with 173,200 yen; 122,300 were due.
        Closed asset = (Closed) paid.state(asset(1));
        assertThat(asset.balance()).isEqualTo(Yen.ZERO);
        assertThat(asset.excess()).isEqualTo(new Yen(50_925));
        assertThat(PlanBalances.of(List.of(paid.state(FIRST), asset))
                        .payable(paid.books().terms()))
                .isEqualTo(new Yen(-50_900));

        paid.when(recovered(50_900)).when(base("2024-09-01", 320_000));
        assertThat(PlanBalances.of(List.of(paid.state(FIRST), paid.state(asset(1))))
                        .payable(paid.books().terms()))
                .isEqualTo(new Yen(200));
    }

    private static MemberFact.Recovery recovered(long yen) {
        return new MemberFact.Recovery(Facts.id("recovery"), LocalDate.of(2025, 6, 20), 0, Plan.FIRST, new Yen(yen));
    }

    private static MemberFact.Payment second() {
        return new MemberFact.Payment(Facts.id("second"), LocalDate.of(2025, 7, 1), 0, Set.of(Plan.FIRST));
    }

    private long payable() {
        return PlanBalances.of(List.of(x.state(FIRST), x.state(asset(1)), x.state(asset(2))))
                .payable(x.books().terms())
                .amount();
    }

    @Test
    void what_comes_back_is_taken_from_the_accounts_of_its_plan_in_their_order() {
        MemoryLedger paid = new MemoryLedger(Facts.MEMBER, PlanData.read())
                .rate(2024, "3.7")
                .booksThrough(YearMonth.of(2024, 3), new FiscalYear(2023))
                .when(takenOver("2015-04-01", 300_000))
                .when(balance(FIRST, "2024-03-31", 100_000))
                .when(transferred("2024-05-10", 1, 50_000, 0))
                .runMonths("2024-04", "2024-09")
                .when(lost("2024-10-16"))
                .when(paid("2024-12-20"))
                .when(cancelled("transfer of 2024-05-10"))
                .when(base("2024-09-01", 280_000));

        paid.when(recovered(300));

        // 222 yen of the ordinary account are too much, and all 50,925 of the asset: 78 of them are the rest of the
        // 300.
        assertThat(paid.all(FIRST, ExcessRecovered.class))
                .extracting(ExcessRecovered::recovered, ExcessRecovered::rounding)
                .containsExactly(tuple(new Yen(222), Yen.ZERO));
        assertThat(paid.all(asset(1), ExcessRecovered.class))
                .extracting(ExcessRecovered::recovered, ExcessRecovered::rounding)
                .containsExactly(tuple(new Yen(78), Yen.ZERO));
        assertThat(((Closed) paid.state(asset(1))).excess()).isEqualTo(new Yen(50_847));
    }

    @Test
    void what_comes_back_of_one_plan_leaves_the_other_plan_and_an_earlier_life_alone() {
        MemoryLedger both = new MemoryLedger(Facts.MEMBER, PlanData.read())
                .rate(2024, "3.7")
                .booksThrough(YearMonth.of(2024, 3), new FiscalYear(2023))
                .when(Facts.takenOverInBothPlans("2015-04-01", 300_000, 1_000))
                .when(balance(FIRST, "2024-03-31", 100_000))
                .when(balance(SECOND, "2024-03-31", 50_000))
                .runMonths("2024-04", "2024-09")
                .when(lost("2024-10-16"))
                .when(new MemberFact.Payment(
                        Facts.id("both"), LocalDate.of(2024, 12, 20), 0, Set.of(Plan.FIRST, Plan.SECOND)))
                .when(base("2024-09-01", 280_000))
                .when(enrolled("2025-02-01", 300_000));

        both.when(recovered(200));

        assertThat(both.all(FIRST, ExcessRecovered.class)).hasSize(1);
        assertThat(both.all(SECOND, ExcessRecovered.class)).isEmpty();
        assertThat(both.all(AccountId.ordinary(Facts.MEMBER, Plan.FIRST, 1), ExcessRecovered.class))
                .isEmpty();
    }

    @Test
    void what_one_plans_payment_has_rounded_up_is_no_other_plans() {
        MemoryLedger both = new MemoryLedger(Facts.MEMBER, PlanData.read())
                .rate(2024, "3.7")
                .booksThrough(YearMonth.of(2024, 3), new FiscalYear(2023))
                .when(Facts.takenOverInBothPlans("2015-04-01", 300_000, 1_000))
                .when(balance(FIRST, "2024-03-31", 100_000))
                .when(balance(SECOND, "2024-03-31", 50_000))
                .runMonths("2024-04", "2024-09")
                .when(lost("2024-10-16"))
                .when(new MemberFact.Payment(
                        Facts.id("both"), LocalDate.of(2024, 12, 20), 0, Set.of(Plan.FIRST, Plan.SECOND)))
                .when(base("2024-09-01", 320_000));

        // 122,234 were paid with 122,300 and, with 1,163 yen of interest, 57,163 with 57,200.
        assertThat(((Closed) both.state(FIRST)).rounding()).isEqualTo(new Yen(66));
        assertThat(((Closed) both.state(SECOND)).rounding()).isEqualTo(new Yen(37));
    }

    @Test
    void what_was_not_paid_does_not_come_back() {
        MemoryLedger payable = new MemoryLedger(Facts.MEMBER, PlanData.read())
                .rate(2024, "3.7")
                .booksThrough(YearMonth.of(2024, 3), new FiscalYear(2023))
                .when(takenOver("2015-04-01", 300_000))
                .when(balance(FIRST, "2024-03-31", 100_000))
                .when(lost("2024-10-16"));

        assertThat(payable.record(recovered(200)))
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.refusal()).isEqualTo(Refusal.NOT_PAYABLE));
    }

    @Test
    void what_is_paid_and_what_comes_back_has_its_day() {
        x.when(base("2024-09-01", 280_000)).when(recovered(200));

        assertThat(x.all(FIRST, LumpSumPaid.class))
                .extracting(LumpSumPaid::valueDate)
                .containsExactly(LocalDate.of(2024, 12, 20));
        assertThat(x.all(FIRST, ExcessRecovered.class))
                .extracting(ExcessRecovered::valueDate)
                .containsExactly(LocalDate.of(2025, 6, 20));
    }
}
