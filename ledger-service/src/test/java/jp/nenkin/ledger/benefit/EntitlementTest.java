package jp.nenkin.ledger.benefit;

import static jp.nenkin.ledger.membership.Facts.FIRST;
import static jp.nenkin.ledger.membership.Facts.MEMBER;
import static jp.nenkin.ledger.membership.Facts.balance;
import static jp.nenkin.ledger.membership.Facts.base;
import static jp.nenkin.ledger.membership.Facts.deferred;
import static jp.nenkin.ledger.membership.Facts.enrolled;
import static jp.nenkin.ledger.membership.Facts.lost;
import static jp.nenkin.ledger.membership.Facts.paid;
import static jp.nenkin.ledger.membership.Facts.takenOver;
import static jp.nenkin.ledger.membership.Facts.transferred;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import jp.nenkin.events.BenefitQuoted.AccountQuote;
import jp.nenkin.events.BenefitQuoted.PlanQuote;
import jp.nenkin.events.Plan;
import jp.nenkin.events.QuoteBasis;
import jp.nenkin.ledger.account.PlanData;
import jp.nenkin.ledger.benefit.Entitlement.AsBefore;
import jp.nenkin.ledger.benefit.Entitlement.Due;
import jp.nenkin.ledger.benefit.Entitlement.Nothing;
import jp.nenkin.ledger.membership.Facts;
import jp.nenkin.ledger.membership.MemberDecider.Outcome;
import jp.nenkin.ledger.membership.MemberFact.Payment;
import jp.nenkin.ledger.membership.MemoryLedger;
import jp.nenkin.ledger.money.FiscalYear;
import org.junit.jupiter.api.Test;

/** What is due of accounts as they stand, by the figures of example X. */
class EntitlementTest {
    private static MemoryLedger ledger() {
        return new MemoryLedger(MEMBER, PlanData.read())
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

    private static Entitlement of(MemoryLedger ledger) {
        return Entitlement.of(
                ledger.accounts(),
                ledger.books().terms(),
                (account, first) -> ledger.events(account).stream()
                        .filter(event -> !event.valueDate().isBefore(first))
                        .toList());
    }

    private static Due due(MemoryLedger ledger) {
        Entitlement entitlement = of(ledger);
        assertThat(entitlement).isInstanceOf(Due.class);
        return (Due) entitlement;
    }

    @Test
    void nothing_is_due_to_a_member_to_nobody_or_without_a_right() {
        assertThat(of(ledger())).isEqualTo(new Nothing());
        assertThat(of(exampleX())).isEqualTo(new Nothing());
        assertThat(of(ledger().when(enrolled("2024-04-01", 300_000)).when(lost("2024-10-16"))))
                .isEqualTo(new Nothing());
        assertThat(of(ledger().when(transferred("2024-05-10", 1, 100_000, 12))))
                .as("an asset brought in before joining")
                .isEqualTo(new Nothing());
    }

    @Test
    void after_a_loss_the_balance_on_the_day_before_it_is_due() {
        assertThat(due(exampleX().when(lost("2024-10-16"))))
                .isEqualTo(new Due(
                        QuoteBasis.LOSS,
                        0,
                        LocalDate.of(2024, 10, 16),
                        LocalDate.of(2024, 10, 15),
                        114,
                        0,
                        List.of(new PlanQuote(
                                Plan.FIRST, List.of(new AccountQuote(0, 2_434, 122_234)), 122_234, 122_300))));
    }

    @Test
    void while_a_deferral_goes_on_what_it_earns_is_not_due_yet() {
        MemoryLedger x = exampleX()
                .runMonths("2024-04", "2024-09")
                .when(lost("2024-10-16"))
                .when(deferred(null, "2024-11-05"))
                .runMonths("2024-10", "2025-03")
                .run(new FiscalYear(2024));
        assertThat(x.state(FIRST).balance().amount()).isEqualTo(124_496);

        assertThat(due(x).basis()).isEqualTo(QuoteBasis.LOSS);
        assertThat(due(x).asOf()).isEqualTo("2024-10-15");
        assertThat(due(x).plans().getFirst().accounts()).containsExactly(new AccountQuote(0, 2_434, 122_234));
    }

    @Test
    void a_deferral_that_has_ended_is_due_with_the_interest_of_its_last_day() {
        MemoryLedger x = exampleX()
                .runMonths("2024-04", "2024-09")
                .when(lost("2024-10-16"))
                .when(deferred("2025-08-20", "2024-11-05"))
                .runMonths("2024-10", "2025-03")
                .run(new FiscalYear(2024))
                .runMonths("2025-04", "2025-08");

        assertThat(due(x).basis()).isEqualTo(QuoteBasis.END);
        assertThat(due(x).asOf()).isEqualTo("2025-08-20");
        assertThat(due(x).plans().getFirst().accounts())
                .as("126,779 less 124,496")
                .containsExactly(new AccountQuote(0, 2_283, 126_779));
        assertThat(due(x).total()).isEqualTo(126_800);
    }

    @Test
    void the_accounts_of_a_plan_are_added_up_with_the_months_that_the_assets_carry() {
        MemoryLedger x = exampleX()
                .when(transferred("2024-05-10", 1, 100_001, 12))
                .when(transferred("2024-09-30", 2, 50_001, 6))
                .when(lost("2025-04-01"));

        // 144,094 and the assets with their interest of 3,391.7… and 1,079.2… yen, each rounded up.
        assertThat(due(x).creditedMonths()).isEqualTo(18);
        assertThat(due(x).plans())
                .containsExactly(new PlanQuote(
                        Plan.FIRST,
                        List.of(
                                new AccountQuote(0, 4_494, 144_094),
                                new AccountQuote(1, 3_392, 103_393),
                                new AccountQuote(2, 1_080, 51_081)),
                        298_568,
                        298_600));
    }

    @Test
    void after_the_payment_what_was_said_before_stands() {
        assertThat(of(exampleXPaid())).isEqualTo(new AsBefore());
    }

    @Test
    void a_shortfall_after_the_payment_is_due_by_itself() {
        MemoryLedger x = exampleXPaid().when(base("2024-04-01", 320_000));

        // 220 yen more in each of six months, and 2,452 yen of interest in place of 2,434: 123,572 yen in all, a lump
        // sum of 123,600, of which 122,300 are paid.
        assertThat(due(x))
                .isEqualTo(new Due(
                        QuoteBasis.SHORTFALL,
                        0,
                        LocalDate.of(2024, 10, 16),
                        LocalDate.of(2024, 10, 15),
                        114,
                        0,
                        List.of(new PlanQuote(Plan.FIRST, List.of(new AccountQuote(0, 0, 1_338)), 1_338, 1_300))));
        x.when(new Payment(Facts.id("second"), LocalDate.of(2025, 7, 1), 0, Set.of(Plan.FIRST)));
        assertThat(of(x)).isEqualTo(new AsBefore());
    }

    @Test
    void what_is_paid_too_much_leaves_nothing_due() {
        assertThat(of(exampleXPaid().when(base("2024-04-01", 280_000)))).isEqualTo(new AsBefore());
    }

    @Test
    void a_shortfall_of_an_earlier_life_is_due_to_somebody_who_is_a_member_again() {
        MemoryLedger back = exampleXPaid().when(enrolled("2025-02-01", 300_000));
        assertThat(of(back)).isEqualTo(new Nothing());

        back.when(base("2024-04-01", 320_000));

        assertThat(due(back).basis()).isEqualTo(QuoteBasis.SHORTFALL);
        assertThat(due(back).life()).isZero();
        assertThat(due(back).total()).isEqualTo(1_300);
    }

    @Test
    void while_a_rate_is_awaited_what_was_said_before_stands() {
        assertThat(of(exampleX().when(lost("2026-05-11")))).isEqualTo(new AsBefore());
    }

    @Test
    void the_interest_of_the_day_is_what_was_credited_and_adjusted_on_it_and_nothing_else() {
        MemoryLedger received = exampleX()
                .runMonths("2024-04", "2024-09")
                .when(transferred("2024-10-15", 1, 100_000, 12))
                .when(lost("2024-10-16"));
        // 100,000 yen for October: 308.3… yen.
        assertThat(due(received).plans().getFirst().accounts())
                .containsExactly(new AccountQuote(0, 2_434, 122_234), new AccountQuote(1, 309, 100_309));

        MemoryLedger adjusted = exampleX()
                .runMonths("2024-04", "2024-09")
                .when(lost("2024-10-16"))
                .when(base("2024-09-01", 320_000));
        // 220 yen of September more, and 2,434.3… yen of interest in place of 2,433.0….
        assertThat(due(adjusted).plans().getFirst().accounts()).containsExactly(new AccountQuote(0, 2_435, 122_455));
    }

    @Test
    void a_shortfall_names_the_months_that_the_assets_of_its_plan_carry() {
        MemoryLedger x = exampleX()
                .when(transferred("2024-05-10", 1, 100_001, 12))
                .runMonths("2024-04", "2024-09")
                .when(lost("2024-10-16"))
                .when(paid("2024-12-20"))
                .when(base("2024-04-01", 320_000));

        assertThat(due(x).basis()).isEqualTo(QuoteBasis.SHORTFALL);
        assertThat(due(x).creditedMonths()).isEqualTo(12);
    }

    @Test
    void of_an_account_that_nothing_was_credited_to_the_day_is_the_one_before_the_loss() {
        MemoryLedger x = ledger().when(enrolled("2024-05-02", 300_000))
                .when(transferred("2024-05-10", 1, 200_000, 36))
                .when(lost("2024-05-20"));

        // 200,000 yen for May: 616.6… yen; the ordinary account has nothing in it.
        assertThat(due(x).asOf()).isEqualTo("2024-05-19");
        assertThat(due(x).plans().getFirst().accounts())
                .containsExactlyInAnyOrder(new AccountQuote(0, 0, 0), new AccountQuote(1, 617, 200_617));
    }

    @Test
    void the_accounts_of_a_plan_are_paid_together_and_nothing_is_due_while_an_asset_of_after_the_loss_waits() {
        MemoryLedger x = exampleX()
                .runMonths("2024-04", "2024-09")
                .when(lost("2024-10-16"))
                .when(transferred("2024-11-01", 1, 500_000, 12));

        assertThat(of(x)).isEqualTo(new Nothing());
        assertThat(x.record(paid("2024-12-20"))).isInstanceOf(Outcome.Refused.class);
    }
}
