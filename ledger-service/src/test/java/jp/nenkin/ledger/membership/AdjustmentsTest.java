package jp.nenkin.ledger.membership;

import static jp.nenkin.ledger.membership.Facts.FIRST;
import static jp.nenkin.ledger.membership.Facts.asset;
import static jp.nenkin.ledger.membership.Facts.balance;
import static jp.nenkin.ledger.membership.Facts.base;
import static jp.nenkin.ledger.membership.Facts.cancelled;
import static jp.nenkin.ledger.membership.Facts.enrolled;
import static jp.nenkin.ledger.membership.Facts.lost;
import static jp.nenkin.ledger.membership.Facts.moved;
import static jp.nenkin.ledger.membership.Facts.paid;
import static jp.nenkin.ledger.membership.Facts.takenOver;
import static jp.nenkin.ledger.membership.Facts.transferCorrected;
import static jp.nenkin.ledger.membership.Facts.transferred;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import jp.nenkin.events.LossCause;
import jp.nenkin.events.Plan;
import jp.nenkin.events.PlanBaseSalary;
import jp.nenkin.ledger.account.AccountEvent;
import jp.nenkin.ledger.account.AccountEvent.AccountRestated;
import jp.nenkin.ledger.account.AccountEvent.ContributionAdjusted;
import jp.nenkin.ledger.account.AccountEvent.ContributionPosted;
import jp.nenkin.ledger.account.AccountEvent.ExcessRecorded;
import jp.nenkin.ledger.account.AccountEvent.InterestAdjusted;
import jp.nenkin.ledger.account.AccountEvent.InterestCredited;
import jp.nenkin.ledger.account.AccountEvent.TransferAdjusted;
import jp.nenkin.ledger.account.AccountState.AwaitingBalance;
import jp.nenkin.ledger.account.AccountState.Closed;
import jp.nenkin.ledger.account.AccountState.RatePending;
import jp.nenkin.ledger.account.AccountState.Unopened;
import jp.nenkin.ledger.account.PlanData;
import jp.nenkin.ledger.money.FiscalYear;
import jp.nenkin.ledger.money.Yen;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;

/** What a correction writes down: which events, in which order, with which days. */
class AdjustmentsTest {
    private static MemoryLedger ledger() {
        return new MemoryLedger(Facts.MEMBER, PlanData.read())
                .rate(2024, "3.7")
                .rate(2025, "4.4")
                .booksThrough(YearMonth.of(2024, 3), new FiscalYear(2023));
    }

    private static MemoryLedger exampleX() {
        return ledger().when(takenOver("2015-04-01", 300_000)).when(balance(FIRST, "2024-03-31", 100_000));
    }

    private static MemoryLedger exampleXPaid() {
        return exampleX()
                .runMonths("2024-04", "2024-09")
                .when(lost("2024-10-16"))
                .when(paid("2024-12-20"));
    }

    /** The events that a fact has led to, each by its type, value date and amount. */
    private static List<Tuple> written(MemoryLedger ledger, MemberFact fact) {
        int before = ledger.events(FIRST).size();
        ledger.when(fact);
        return ledger.events(FIRST).stream()
                .skip(before)
                .map(event -> event(
                        event.getClass(),
                        event.valueDate().toString(),
                        event.amount().amount()))
                .toList();
    }

    private static Tuple event(Class<? extends AccountEvent> type, String valueDate, long amount) {
        return tuple(type.getSimpleName(), valueDate, amount);
    }

    @Test
    void what_is_too_little_comes_before_what_is_too_much() {
        MemoryLedger x = exampleX().when(base("2024-06-01", 320_000)).runMonths("2024-04", "2024-10");

        // June and July have 220 yen too much, August to October 220 too little.
        assertThat(written(x, base("2024-08-01", 340_000, "right", "base salary of 2024-06-01")))
                .containsExactly(
                        event(ContributionAdjusted.class, "2024-08-01", 220),
                        event(ContributionAdjusted.class, "2024-09-01", 220),
                        event(ContributionAdjusted.class, "2024-10-01", 220),
                        event(ContributionAdjusted.class, "2024-06-01", -220),
                        event(ContributionAdjusted.class, "2024-07-01", -220),
                        event(AccountRestated.class, "2024-04-01", 0));
        assertThat(x.all(FIRST, ContributionAdjusted.class))
                .extracting(ContributionAdjusted::baseSalary)
                .as("each with the base salary that is right")
                .containsExactly(
                        new Yen(340_000), new Yen(340_000), new Yen(340_000), new Yen(300_000), new Yen(300_000));
    }

    @Test
    void what_is_taken_back_comes_in_the_order_of_value_dates_and_names_no_base_salary() {
        MemoryLedger member = ledger().when(enrolled("2024-10-20", 300_000))
                .runMonths("2024-04", "2025-03")
                .run(new FiscalYear(2024));

        // October's 3,300 yen go, November's move by a day: 15 × 3,300 yen-months earn 153 in place of 21 × 3,300's
        // 214.
        assertThat(written(member, enrolled("2024-11-02", 300_000, "right", "enrolment of 2024-10-20")))
                .containsExactly(
                        event(ContributionPosted.class, "2024-11-02", 3_300),
                        event(ContributionAdjusted.class, "2024-10-20", -3_300),
                        event(ContributionAdjusted.class, "2024-11-01", -3_300),
                        event(InterestAdjusted.class, "2025-03-31", -61),
                        event(AccountRestated.class, "2025-04-01", 0));
        assertThat(member.all(FIRST, ContributionAdjusted.class))
                .extracting(ContributionAdjusted::baseSalary)
                .containsOnly(Yen.ZERO);
        assertThat(member.all(FIRST, InterestAdjusted.class))
                .extracting(InterestAdjusted::interest)
                .as("what the credit is now")
                .containsExactly(new Yen(153));
    }

    @Test
    void a_month_that_is_adjusted_names_the_establishment_it_was_billed_to() {
        MemoryLedger x = exampleX()
                .runMonths("2024-04", "2024-09")
                .when(moved("2024-10-01", "1000002", new PlanBaseSalary(Plan.FIRST, 300_000)))
                .runMonths("2024-10", "2024-11")
                .when(base("2024-09-01", 320_000));

        assertThat(x.all(FIRST, ContributionAdjusted.class))
                .extracting(
                        each -> each.month().toString(),
                        each -> each.establishment().toString())
                .containsExactly(tuple("2024-09", "1000001"));
    }

    @Test
    void interest_taken_back_altogether_is_0_now() {
        MemoryLedger x = exampleX().runMonths("2024-04", "2025-03").run(new FiscalYear(2024));

        assertThat(written(x, lost("2024-10-16")))
                .startsWith(event(InterestCredited.class, "2024-10-15", 2_434))
                .contains(event(InterestAdjusted.class, "2025-03-31", -4_494));
        assertThat(x.all(FIRST, InterestAdjusted.class))
                .extracting(InterestAdjusted::interest)
                .containsExactly(Yen.ZERO);
    }

    @Test
    void an_asset_whose_amount_is_corrected_is_adjusted_on_its_day() {
        MemoryLedger x = exampleX()
                .when(transferred("2024-05-10", 1, 100_001, 12))
                .runMonths("2024-04", "2025-03")
                .run(new FiscalYear(2024))
                .when(transferCorrected("2024-05-10", 1, 90_001, "transfer of 2024-05-10"));

        assertThat(x.all(asset(1), TransferAdjusted.class))
                .extracting(TransferAdjusted::valueDate, TransferAdjusted::amount)
                .containsExactly(tuple(LocalDate.of(2024, 5, 10), new Yen(-10_000)));
        // 90,001 yen for eleven months at 3.7 %: 3,052.5… in place of 3,391.7….
        assertThat(x.all(asset(1), InterestAdjusted.class))
                .extracting(InterestAdjusted::amount)
                .containsExactly(new Yen(-339));
        assertThat(x.state(asset(1)).balance()).isEqualTo(new Yen(90_001 + 3_053));
    }

    @Test
    void an_excess_is_recorded_on_the_day_of_loss_before_what_is_taken_back_and_released_behind_what_comes_back() {
        MemoryLedger x = exampleXPaid();

        assertThat(written(x, base("2024-09-01", 280_000)))
                .containsExactly(
                        event(ExcessRecorded.class, "2024-10-16", 222),
                        event(ContributionAdjusted.class, "2024-09-01", -220),
                        event(InterestAdjusted.class, "2024-10-15", -2));
        assertThat(written(x, cancelled("base salary of 2024-09-01")))
                .containsExactly(
                        event(ContributionAdjusted.class, "2024-09-01", 220),
                        event(InterestAdjusted.class, "2024-10-15", 2),
                        event(ExcessRecorded.class, "2024-10-16", -222));
        assertThat(x.all(FIRST, ExcessRecorded.class))
                .extracting(ExcessRecorded::excess)
                .as("all of it so far")
                .containsExactly(new Yen(222), Yen.ZERO);
    }

    @Test
    void a_shortfall_after_a_payment_records_no_excess() {
        MemoryLedger x = exampleXPaid();

        assertThat(written(x, base("2024-09-01", 320_000)))
                .containsExactly(
                        event(ContributionAdjusted.class, "2024-09-01", 220),
                        event(InterestAdjusted.class, "2024-10-15", 1));
    }

    @Test
    void an_asset_that_turns_out_after_its_plan_was_paid_is_owed_from_the_day_of_loss() {
        MemoryLedger x = exampleXPaid().when(transferred("2024-05-10", 1, 300, 0));

        AccountEvent last = x.events(asset(1)).getLast();
        assertThat(last).isInstanceOf(AccountRestated.class);
        assertThat(last.valueDate()).isEqualTo("2024-10-16");
        // 300 yen for six months at 3.7 %: 5.55 yen.
        assertThat(x.state(asset(1)))
                .isInstanceOfSatisfying(
                        Closed.class, closed -> assertThat(closed.balance()).isEqualTo(new Yen(306)));
    }

    @Test
    void an_account_that_never_was_is_restated_on_its_first_adjusted_day_or_the_day_of_the_filing() {
        MemoryLedger posted = ledger().when(enrolled("2024-11-05", 300_000)).runMonths("2024-04", "2024-12");
        assertThat(written(posted, cancelled("enrolment of 2024-11-05")))
                .containsExactly(
                        event(ContributionAdjusted.class, "2024-11-05", -3_300),
                        event(ContributionAdjusted.class, "2024-12-01", -3_300),
                        event(AccountRestated.class, "2024-11-05", 0));
        assertThat(posted.state(FIRST)).isEqualTo(new Unopened(FIRST));

        MemoryLedger unposted = ledger().when(enrolled("2024-11-05", 300_000));
        assertThat(written(unposted, cancelled("enrolment of 2024-11-05")))
                .containsExactly(event(AccountRestated.class, "2025-06-02", 0));
    }

    @Test
    void an_account_that_awaits_its_balance_is_restated_on_its_day_of_acquisition() {
        MemoryLedger awaiting = ledger().when(takenOver("2015-04-01", 300_000)).when(base("2024-04-01", 320_000));

        assertThat(written(awaiting, base("2024-04-01", 340_000, "right", "base salary of 2024-04-01")))
                .containsExactly(event(AccountRestated.class, "2015-04-01", 0));
        assertThat(awaiting.state(FIRST)).isInstanceOf(AwaitingBalance.class);
        awaiting.when(balance(FIRST, "2024-03-31", 100_000)).runMonths("2024-04", "2024-04");
        assertThat(awaiting.all(FIRST, ContributionPosted.class))
                .extracting(ContributionPosted::amount)
                .containsExactly(new Yen(3_740));
    }

    @Test
    void an_account_that_awaits_a_rate_is_restated_on_the_day_from_which_that_is_missing() {
        MemoryLedger x = exampleX()
                .runMonths("2024-04", "2025-03")
                .run(new FiscalYear(2024))
                .runMonths("2025-04", "2026-03")
                .run(new FiscalYear(2025))
                .when(lost("2026-05-11"));

        assertThat(written(x, lost("2026-05-21", LossCause.RETIREMENT, "right", "loss of 2026-05-11")))
                .isEmpty();
        assertThat(x.state(FIRST)).isInstanceOf(RatePending.class);
        assertThat(written(x, base("2026-04-01", 320_000)))
                .containsExactly(
                        event(ContributionAdjusted.class, "2026-04-01", 220),
                        event(AccountRestated.class, "2026-04-01", 0));
    }

    @Test
    void a_credit_of_0_yen_that_was_not_there_comes_too_and_before_what_is_taken_back() {
        MemoryLedger x = new MemoryLedger(Facts.MEMBER, PlanData.read())
                .rate(2023, "0.0")
                .booksThrough(YearMonth.of(2023, 3), new FiscalYear(2022))
                .when(takenOver("2015-04-01", 300_000))
                .when(balance(FIRST, "2023-03-31", 100_000))
                .runMonths("2023-04", "2024-03")
                .run(new FiscalYear(2023));

        assertThat(written(x, lost("2024-02-16")))
                .containsExactly(
                        event(InterestCredited.class, "2024-02-15", 0),
                        event(ContributionAdjusted.class, "2024-02-01", -3_300),
                        event(ContributionAdjusted.class, "2024-03-01", -3_300),
                        event(AccountRestated.class, "2024-02-16", 0));
    }

    @Test
    void an_asset_whose_day_is_corrected_is_taken_back_on_the_one_and_credited_on_the_other() {
        MemoryLedger x = exampleX()
                .when(transferred("2024-05-10", 1, 100_001, 12))
                .when(transferCorrected("2024-06-10", 1, 100_001, "transfer of 2024-05-10"));

        assertThat(x.events(asset(1)).stream().skip(2))
                .extracting(event -> event.getClass().getSimpleName(), AccountEvent::valueDate, AccountEvent::balance)
                .containsExactly(
                        tuple("TransferCredited", LocalDate.of(2024, 6, 10), new Yen(200_002)),
                        tuple("TransferAdjusted", LocalDate.of(2024, 5, 10), new Yen(100_001)),
                        tuple("AccountRestated", LocalDate.of(2024, 6, 10), new Yen(100_001)));
        assertThat(x.events(asset(1))).extracting(AccountEvent::account).containsOnly(asset(1));
    }
}
