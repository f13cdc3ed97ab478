package jp.nenkin.ledger.membership;

import static jp.nenkin.ledger.membership.Facts.FIRST;
import static jp.nenkin.ledger.membership.Facts.MEMBER;
import static jp.nenkin.ledger.membership.Facts.SECOND;
import static jp.nenkin.ledger.membership.Facts.asset;
import static jp.nenkin.ledger.membership.Facts.balance;
import static jp.nenkin.ledger.membership.Facts.base;
import static jp.nenkin.ledger.membership.Facts.cancelled;
import static jp.nenkin.ledger.membership.Facts.enrolled;
import static jp.nenkin.ledger.membership.Facts.filing;
import static jp.nenkin.ledger.membership.Facts.id;
import static jp.nenkin.ledger.membership.Facts.lost;
import static jp.nenkin.ledger.membership.Facts.moved;
import static jp.nenkin.ledger.membership.Facts.paid;
import static jp.nenkin.ledger.membership.Facts.takenOver;
import static jp.nenkin.ledger.membership.Facts.transferred;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import jp.nenkin.events.FilingType;
import jp.nenkin.events.MemberEnrolled;
import jp.nenkin.events.MemberTakenOver;
import jp.nenkin.events.Plan;
import jp.nenkin.events.PlanBaseSalary;
import jp.nenkin.events.TransferredAsset;
import jp.nenkin.ledger.account.AccountEvent.ContributionAdjusted;
import jp.nenkin.ledger.account.AccountEvent.EstablishmentMoved;
import jp.nenkin.ledger.account.AccountEvent.InterestAdjusted;
import jp.nenkin.ledger.account.AccountEvent.LumpSumPaid;
import jp.nenkin.ledger.account.AccountState.Active;
import jp.nenkin.ledger.account.AccountState.Payable;
import jp.nenkin.ledger.account.Membership;
import jp.nenkin.ledger.account.PlanData;
import jp.nenkin.ledger.account.Refusal;
import jp.nenkin.ledger.membership.MemberDecider.Outcome;
import jp.nenkin.ledger.membership.MemberFact.Told;
import jp.nenkin.ledger.money.EstablishmentNumber;
import jp.nenkin.ledger.money.FiscalYear;
import jp.nenkin.ledger.money.Yen;
import org.junit.jupiter.api.Test;

/** A member's accounts together: which of them a fact is about, and what the others keep. */
class MemberAccountsTest {
    private static final EstablishmentNumber HERE = EstablishmentNumber.parse("1000001");

    private static MemoryLedger ledger() {
        return new MemoryLedger(MEMBER, PlanData.read())
                .rate(2024, "3.7")
                .booksThrough(YearMonth.of(2024, 3), new FiscalYear(2023));
    }

    private static MemoryLedger exampleX() {
        return ledger().when(takenOver("2015-04-01", 300_000)).when(balance(FIRST, "2024-03-31", 100_000));
    }

    private static MemoryLedger exampleXInBothPlans() {
        return ledger().when(new Told(new MemberTakenOver(
                        MEMBER.toString(),
                        "1000001",
                        LocalDate.of(2015, 4, 1),
                        List.of(),
                        List.of(new PlanBaseSalary(Plan.FIRST, 300_000), new PlanBaseSalary(Plan.SECOND, 1_000)),
                        List.of(),
                        filing(FilingType.TAKE_OVER, "take-over"))))
                .when(balance(FIRST, "2024-03-31", 100_000))
                .when(balance(SECOND, "2024-03-31", 50_000))
                .when(lost("2025-04-01"));
    }

    @Test
    void a_payment_closes_the_accounts_of_its_plans_and_leaves_the_others() {
        MemoryLedger x = exampleXInBothPlans().when(paid("2025-05-20"));

        assertThat(x.all(FIRST, LumpSumPaid.class)).singleElement().satisfies(sum -> {
            assertThat(sum.planBalance()).isEqualTo(new Yen(144_094));
            assertThat(sum.rounding()).isEqualTo(new Yen(6));
        });
        assertThat(x.state(SECOND)).isInstanceOf(Payable.class);
        assertThat(x.state(SECOND).balance()).isEqualTo(new Yen(64_091));
    }

    @Test
    void back_where_a_plan_is_not_offered_its_account_goes_on_without_contributions() {
        MemoryLedger x = exampleXInBothPlans()
                .when(new Told(new MemberEnrolled(
                        MEMBER.toString(),
                        "1000003",
                        LocalDate.of(2025, 6, 2),
                        List.of(new PlanBaseSalary(Plan.SECOND, 2_000)),
                        true,
                        filing(FilingType.ENROLMENT, "back"),
                        null)));

        assertThat(((Active) x.state(FIRST)).contributions().baseSalaries().entries())
                .isEmpty();
        assertThat(((Active) x.state(SECOND)).contributions().baseSalaries().entries())
                .hasSize(1);
    }

    @Test
    void an_asset_moves_with_its_member_and_gets_no_base_salary() {
        MemoryLedger x = exampleX()
                .when(transferred("2024-05-10", 1, 100_000, 12))
                .when(moved("2024-10-01", "1000002", new PlanBaseSalary(Plan.FIRST, 340_000)));

        assertThat(x.all(asset(1), EstablishmentMoved.class))
                .singleElement()
                .satisfies(move -> assertThat(move.baseSalary()).isNull());
        assertThat(x.all(FIRST, EstablishmentMoved.class))
                .singleElement()
                .satisfies(move -> assertThat(move.baseSalary()).isEqualTo(new Yen(340_000)))
                .satisfies(move -> assertThat(move.valueDate()).isEqualTo("2024-10-01"));
        assertThat(((Active) x.state(asset(1))).contributions().baseSalaries().entries())
                .isEmpty();
    }

    @Test
    void an_enrolment_that_is_cancelled_after_a_payment_leaves_the_life_that_was_paid() {
        MemoryLedger x =
                exampleX().when(lost("2024-10-16")).when(paid("2024-12-20")).when(enrolled("2025-02-01", 300_000));
        assertThat(x.accounts().life()).isEqualTo(1);

        x.when(cancelled("enrolment of 2025-02-01"));

        assertThat(x.accounts().life()).isZero();
        assertThat(x.accounts().ofLife(1)).isEmpty();
    }

    @Test
    void no_loss_has_ended_an_account_that_awaits_its_balance_and_none_can_end_an_asset_before_joining() {
        MemberAccounts awaiting =
                ledger().when(takenOver("2015-04-01", 300_000)).accounts();
        assertThat(awaiting.notEnded()).hasSize(1);
        assertThat(awaiting.ofMembers()).isEmpty();
        assertThat(awaiting.membership()).map(Membership::acquiredOn).contains(LocalDate.of(2015, 4, 1));

        MemberAccounts early =
                ledger().when(transferred("2024-05-10", 1, 100_000, 12)).accounts();
        assertThat(early.notEnded()).isEmpty();
        assertThat(early.ofMembers()).isEmpty();
        assertThat(early.membership()).isEmpty();
        assertThat(exampleX().accounts().notEnded()).hasSize(1);
        assertThat(exampleX().when(lost("2024-10-16")).accounts().notEnded()).isEmpty();
    }

    @Test
    void a_period_is_combined_with_the_one_that_was_lost_on_its_day_or_before() {
        MemberAccounts left = exampleX().when(lost("2024-10-16")).accounts();

        Membership onTheDay = left.membershipResumed(0, HERE, LocalDate.of(2024, 10, 16));
        Membership before = left.membershipResumed(0, HERE, LocalDate.of(2024, 10, 15));

        assertThat(onTheDay.earlierMonths()).isEqualTo(114);
        assertThat(onTheDay.joinedOn()).isEqualTo("2015-04-01");
        assertThat(before.earlierMonths()).isZero();
        assertThat(before.joinedOn()).isEqualTo("2024-10-15");
    }

    @Test
    void an_asset_of_a_former_system_is_known_from_the_ordinary_account_too() {
        TransferredAsset brought = new TransferredAsset(1, Plan.FIRST, LocalDate.of(2016, 4, 1), "another fund", 24);
        MemoryLedger x = ledger().when(takenOver("2015-04-01", 300_000, brought))
                .when(balance(FIRST, "2024-03-31", 100_000))
                .when(balance(asset(1), "2024-03-31", 50_000));

        assertThat(new MemberAccounts(MEMBER, List.of(x.state(FIRST))).hasAsset())
                .isTrue();
        assertThat(new MemberAccounts(MEMBER, List.of(x.state(asset(1)))).hasAsset())
                .isTrue();
        assertThat(exampleX().accounts().hasAsset()).isFalse();
    }

    @Test
    void a_base_salary_of_a_time_that_turns_out_to_be_no_membership_has_no_effect() {
        MemoryLedger x = exampleX()
                .runMonths("2024-04", "2025-03")
                .run(new FiscalYear(2024))
                .when(base("2025-04-01", 320_000))
                .when(lost("2024-10-16"));

        assertThat(x.state(FIRST)).isInstanceOf(Payable.class);
        assertThat(x.state(FIRST).balance()).isEqualTo(new Yen(122_234));
    }

    @Test
    void a_base_salary_that_is_filed_for_a_time_after_the_loss_is_refused() {
        MemoryLedger x = exampleX().when(lost("2024-10-16"));

        assertThat(x.record(base("2025-04-01", 320_000)))
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.refusal()).isEqualTo(Refusal.CONTRADICTED));
    }

    @Test
    void facts_decided_once_more_change_nothing() {
        MemoryLedger x = exampleX().runMonths("2024-04", "2024-06");

        assertThat(Correction.again(x.history(), x.books(), x.right())).isEqualTo(new Outcome.Changes(List.of()));
    }

    @Test
    void what_is_adjusted_names_the_filing_that_caused_it() {
        MemoryLedger x = exampleX()
                .runMonths("2024-04", "2025-03")
                .run(new FiscalYear(2024))
                .when(base("2024-10-01", 320_000));

        assertThat(x.all(FIRST, ContributionAdjusted.class))
                .allSatisfy(adjusted -> assertThat(adjusted.filing().id()).isEqualTo(id("base salary of 2024-10-01")));
        assertThat(x.all(FIRST, InterestAdjusted.class))
                .allSatisfy(adjusted -> assertThat(adjusted.filing())
                        .isEqualTo(filing(FilingType.BASE_SALARY_CHANGE, "base salary of 2024-10-01")));
    }

    @Test
    void an_asset_that_a_member_brings_belongs_to_the_membership() {
        MemoryLedger x = exampleX().when(transferred("2024-05-10", 1, 100_000, 12));

        assertThat(((Active) x.state(asset(1))).membership())
                .isEqualTo(new Membership(HERE, LocalDate.of(2015, 4, 1), LocalDate.of(2015, 4, 1), 0, false, 12));
    }
}
