package jp.nenkin.ledger.membership;

import static jp.nenkin.ledger.membership.Facts.FIRST;
import static jp.nenkin.ledger.membership.Facts.balance;
import static jp.nenkin.ledger.membership.Facts.base;
import static jp.nenkin.ledger.membership.Facts.cancelled;
import static jp.nenkin.ledger.membership.Facts.deferred;
import static jp.nenkin.ledger.membership.Facts.enrolled;
import static jp.nenkin.ledger.membership.Facts.lost;
import static jp.nenkin.ledger.membership.Facts.moved;
import static jp.nenkin.ledger.membership.Facts.paid;
import static jp.nenkin.ledger.membership.Facts.takenOver;
import static jp.nenkin.ledger.membership.Facts.transferred;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import jp.nenkin.events.LossCause;
import jp.nenkin.events.Plan;
import jp.nenkin.events.PlanBaseSalary;
import jp.nenkin.ledger.account.PlanData;
import jp.nenkin.ledger.membership.MemberDecider.Outcome;
import jp.nenkin.ledger.money.FiscalYear;
import jp.nenkin.ledger.money.Yen;
import org.junit.jupiter.api.Test;

/** Which facts are decided from the accounts as they stand, and which from the whole history. */
class RetroactiveTest {
    private static MemoryLedger exampleX() {
        return new MemoryLedger(Facts.MEMBER, PlanData.read())
                .rate(2024, "3.7")
                .booksThrough(YearMonth.of(2024, 3), new FiscalYear(2023))
                .when(takenOver("2015-04-01", 300_000))
                .when(balance(FIRST, "2024-03-31", 100_000))
                .runMonths("2024-04", "2024-09");
    }

    private static boolean isRetroactive(MemoryLedger ledger, MemberFact fact) {
        return MemberDecider.decide(fact, ledger.accounts(), ledger.books(), ledger.right())
                instanceof Outcome.Retroactive;
    }

    @Test
    void what_comes_next_is_decided_from_the_accounts_as_they_stand() {
        assertThat(isRetroactive(exampleX(), base("2024-10-01", 320_000))).isFalse();
        assertThat(isRetroactive(exampleX(), lost("2024-10-16"))).isFalse();
        assertThat(isRetroactive(exampleX(), transferred("2024-10-16", 1, 100_000, 12)))
                .isFalse();
        assertThat(isRetroactive(exampleX().when(lost("2024-10-16")), deferred(null, "2024-11-05")))
                .isFalse();
        assertThat(isRetroactive(exampleX().when(lost("2024-10-16")), paid("2024-12-20")))
                .isFalse();
    }

    @Test
    void a_correction_and_a_cancellation_need_the_history() {
        MemoryLedger x = exampleX().when(lost("2024-10-16"));

        assertThat(isRetroactive(x, lost("2024-10-20", LossCause.RETIREMENT, "right", "loss of 2024-10-16")))
                .isTrue();
        assertThat(isRetroactive(x, cancelled("loss of 2024-10-16"))).isTrue();
    }

    @Test
    void somebody_who_is_back_needs_it_and_a_first_enrolment_does_not() {
        MemoryLedger nobody = new MemoryLedger(Facts.MEMBER, PlanData.read());

        assertThat(isRetroactive(nobody, enrolled("2024-10-16", 300_000))).isFalse();
        assertThat(isRetroactive(exampleX().when(lost("2024-10-16")), enrolled("2024-12-02", 300_000)))
                .isTrue();
    }

    @Test
    void while_a_rate_is_awaited_whatever_is_filed_needs_it() {
        assertThat(isRetroactive(exampleX().when(lost("2026-05-11")), base("2026-10-01", 320_000)))
                .isTrue();
    }

    @Test
    void what_was_true_before_the_last_turn_of_the_membership_needs_it_and_on_its_day_does_not() {
        MemoryLedger x = exampleX().when(lost("2024-10-16"));

        assertThat(isRetroactive(x, transferred("2024-10-15", 1, 100_000, 12))).isTrue();
        assertThat(isRetroactive(x, transferred("2024-10-16", 1, 100_000, 12))).isFalse();
    }

    @Test
    void a_base_salary_of_a_month_in_which_another_began_needs_it() {
        MemoryLedger x = exampleX().when(moved("2024-10-15", "1000002", new PlanBaseSalary(Plan.FIRST, 340_000)));

        assertThat(isRetroactive(x, base("2024-10-01", 320_000))).isTrue();
        assertThat(isRetroactive(x, base("2025-04-01", 320_000))).isFalse();
    }

    @Test
    void what_the_member_chooses_counts_from_the_loss_whenever_it_was_received() {
        assertThat(isRetroactive(exampleX().when(lost("2024-10-16")), deferred(null, "2024-10-01")))
                .isFalse();
    }

    @Test
    void what_came_back_waits_for_no_rate() {
        MemoryLedger x = exampleX()
                .when(lost("2024-10-16"))
                .when(paid("2024-12-20"))
                .when(base("2024-09-01", 280_000))
                .when(enrolled("2026-04-01", 300_000))
                .when(lost("2026-05-11"));
        MemberFact recovery =
                new MemberFact.Recovery(Facts.id("recovery"), LocalDate.of(2026, 6, 20), 0, Plan.FIRST, new Yen(200));

        assertThat(x.accounts().awaitRate()).isTrue();
        assertThat(isRetroactive(x, recovery)).isFalse();
    }
}
