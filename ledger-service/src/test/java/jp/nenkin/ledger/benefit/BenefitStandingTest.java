package jp.nenkin.ledger.benefit;

import static jp.nenkin.ledger.membership.Facts.FIRST;
import static jp.nenkin.ledger.membership.Facts.MEMBER;
import static jp.nenkin.ledger.membership.Facts.balance;
import static jp.nenkin.ledger.membership.Facts.deferred;
import static jp.nenkin.ledger.membership.Facts.enrolled;
import static jp.nenkin.ledger.membership.Facts.lost;
import static jp.nenkin.ledger.membership.Facts.paid;
import static jp.nenkin.ledger.membership.Facts.takenOver;
import static jp.nenkin.ledger.membership.Facts.transferred;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.YearMonth;
import jp.nenkin.events.LossCause;
import jp.nenkin.kit.KitProblem;
import jp.nenkin.kit.Problem;
import jp.nenkin.ledger.account.PlanData;
import jp.nenkin.ledger.membership.MemoryLedger;
import jp.nenkin.ledger.money.FiscalYear;
import jp.nenkin.ledger.problem.LedgerProblem;
import org.junit.jupiter.api.Test;

/** What a member is with regard to a benefit, and what is refused to whoever is something else. */
class BenefitStandingTest {
    private static MemoryLedger ledger() {
        return new MemoryLedger(MEMBER, PlanData.read())
                .rate(2024, "3.7")
                .booksThrough(YearMonth.of(2024, 3), new FiscalYear(2023));
    }

    private static MemoryLedger exampleX() {
        return ledger().when(takenOver("2015-04-01", 300_000)).when(balance(FIRST, "2024-03-31", 100_000));
    }

    private static void assertStanding(MemoryLedger ledger, BenefitStanding standing, LedgerProblem refusal) {
        assertThat(BenefitStanding.of(ledger.accounts())).isEqualTo(standing);
        assertThat(standing.refusal(ledger.accounts()).code()).isEqualTo(refusal);
    }

    @Test
    void whoever_has_not_left_is_a_member() {
        assertStanding(exampleX(), BenefitStanding.MEMBER, LedgerProblem.STILL_A_MEMBER);
        assertStanding(
                ledger().when(takenOver("2015-04-01", 300_000)), BenefitStanding.MEMBER, LedgerProblem.STILL_A_MEMBER);
        assertStanding(
                ledger().when(transferred("2024-05-10", 1, 100_000, 12)),
                BenefitStanding.MEMBER,
                LedgerProblem.STILL_A_MEMBER);
    }

    @Test
    void a_frozen_balance_gives_no_right() {
        assertStanding(
                ledger().when(enrolled("2024-04-01", 300_000)).when(lost("2024-10-16")),
                BenefitStanding.NO_RIGHT,
                LedgerProblem.NO_RIGHT_TO_BENEFIT);
    }

    @Test
    void a_deferral_and_waiting_come_before_payment() {
        assertStanding(
                exampleX().when(lost("2024-10-16")).when(deferred(null, "2024-11-01")),
                BenefitStanding.DEFERRED,
                LedgerProblem.BENEFIT_DEFERRED);
        assertStanding(
                exampleX().when(lost("2024-10-16", LossCause.MERGER, "merger", null)),
                BenefitStanding.DEFERRED,
                LedgerProblem.BENEFIT_DEFERRED);
    }

    @Test
    void after_a_loss_with_a_right_the_balance_is_payable_and_then_paid() {
        MemoryLedger x = exampleX().when(lost("2024-10-16"));
        assertStanding(x, BenefitStanding.PAYABLE, LedgerProblem.BENEFIT_NOT_DEFERRED);

        assertStanding(x.when(paid("2024-12-20")), BenefitStanding.PAID, LedgerProblem.PAID_ALREADY);
    }

    @Test
    void a_rate_that_is_awaited_is_named_with_its_year() {
        MemoryLedger x = exampleX().when(lost("2025-05-11"));

        assertStanding(x, BenefitStanding.RATE_PENDING, LedgerProblem.RATE_NOT_APPROVED);
        assertThat(BenefitStanding.RATE_PENDING.refusal(x.accounts()).values()).containsEntry("fiscalYear", 2025);
        assertThat(BenefitStanding.awaited(x.accounts())).contains(2025);
        assertThat(BenefitStanding.awaited(exampleX().accounts())).isEmpty();
    }

    @Test
    void of_somebody_without_an_account_there_is_no_standing() {
        assertThatThrownBy(() -> BenefitStanding.of(ledger().accounts()))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo(KitProblem.NOT_FOUND));
    }
}
