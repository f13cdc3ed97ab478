package jp.nenkin.ledger.membership;

import static jp.nenkin.ledger.membership.Facts.FIRST;
import static jp.nenkin.ledger.membership.Facts.MEMBER;
import static jp.nenkin.ledger.membership.Facts.balance;
import static jp.nenkin.ledger.membership.Facts.base;
import static jp.nenkin.ledger.membership.Facts.enrolled;
import static jp.nenkin.ledger.membership.Facts.filing;
import static jp.nenkin.ledger.membership.Facts.id;
import static jp.nenkin.ledger.membership.Facts.lost;
import static jp.nenkin.ledger.membership.Facts.moved;
import static jp.nenkin.ledger.membership.Facts.takenOver;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import jp.nenkin.events.FilingCancelled;
import jp.nenkin.events.FilingType;
import jp.nenkin.events.Plan;
import jp.nenkin.events.PlanBaseSalary;
import jp.nenkin.ledger.account.AccountState.Active;
import jp.nenkin.ledger.account.PlanData;
import jp.nenkin.ledger.membership.MemberFact.Told;
import jp.nenkin.ledger.money.FiscalYear;
import org.junit.jupiter.api.Test;

/** Moves as they become known: the loss first, then that membership went on, and that this was not so after all. */
class MovesAsToldTest {
    private static final String DAY = "2024-10-16";
    private static final String LATER = "2024-10-20";
    private static final PlanBaseSalary BASE = new PlanBaseSalary(Plan.FIRST, 300_000);

    /** Through May 2025, with the year's interest. */
    private static MemoryLedger through() {
        return new MemoryLedger(MEMBER, PlanData.read())
                .rate(2023, "0.0")
                .rate(2024, "3.7")
                .rate(2025, "4.4")
                .booksThrough(YearMonth.of(2024, 3), new FiscalYear(2023))
                .when(takenOver("2015-04-01", 300_000))
                .when(balance(FIRST, "2024-03-31", 100_000))
                .runMonths("2024-04", "2025-05")
                .run(new FiscalYear(2024));
    }

    /** What a filing takes back by the way; it is of the filing, and no filing of its own. */
    private static Told takenBack(String label, String by) {
        return new Told(new FilingCancelled(MEMBER.toString(), id(label), filing(FilingType.CANCELLATION, by)));
    }

    private static Told move() {
        return moved(DAY, "1000002", BASE);
    }

    private static MemoryLedger lostThenMoved() {
        return through()
                .when(lost(DAY))
                .when(takenBack("loss of " + DAY, "move of " + DAY))
                .when(move());
    }

    private static void agree(MemoryLedger one, MemoryLedger other) {
        assertThat(one.state(FIRST).balance()).isEqualTo(other.state(FIRST).balance());
        assertThat(one.balance(FIRST, LocalDate.parse("2025-03-31")))
                .isEqualTo(other.balance(FIRST, LocalDate.parse("2025-03-31")));
        assertThat(one.state(FIRST)).hasSameClassAs(other.state(FIRST));
    }

    @Test
    void a_move_that_takes_a_loss_back_is_as_if_the_loss_had_not_been_told() {
        MemoryLedger told = lostThenMoved();

        agree(told, through().when(move()));
        assertThat(told.state(FIRST))
                .isInstanceOfSatisfying(
                        Active.class,
                        account ->
                                assertThat(account.membership().establishment()).hasToString("1000002"));
    }

    @Test
    void a_move_that_is_cancelled_lets_the_loss_hold_that_is_told_again() {
        MemoryLedger told = lostThenMoved()
                .when(takenBack("move of " + DAY, "cancellation"))
                .when(lost(DAY));

        agree(told, through().when(lost(DAY)));
    }

    @Test
    void a_move_of_another_day_is_a_loss_and_an_enrolment() {
        MemoryLedger told = lostThenMoved()
                .when(takenBack("move of " + DAY, "correction"))
                .when(lost(DAY))
                .when(enrolled(LATER, 300_000, "correction", null));

        agree(told, through().when(lost(DAY)).when(enrolled(LATER, 300_000)));
    }

    @Test
    void an_enrolment_that_was_on_the_day_of_the_loss_is_a_move() {
        MemoryLedger told = through()
                .when(lost(DAY))
                .when(enrolled(LATER, 300_000))
                .when(takenBack("enrolment of " + LATER, "move of " + DAY))
                .when(takenBack("loss of " + DAY, "move of " + DAY))
                .when(move());

        agree(told, through().when(move()));
    }

    @Test
    void a_base_salary_that_follows_the_cancellation_of_its_own_filing_holds() {
        MemoryLedger told = through()
                .when(base("2024-10-01", 320_000, "change", null))
                .when(takenBack("change", "correction"))
                .when(base("2024-10-01", 340_000, "correction", "change"));

        agree(told, through().when(base("2024-10-01", 340_000)));
    }
}
