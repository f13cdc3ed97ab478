package jp.nenkin.ledger.benefit;

import static jp.nenkin.ledger.membership.Facts.FIRST;
import static jp.nenkin.ledger.membership.Facts.MEMBER;
import static jp.nenkin.ledger.membership.Facts.balance;
import static jp.nenkin.ledger.membership.Facts.enrolled;
import static jp.nenkin.ledger.membership.Facts.lost;
import static jp.nenkin.ledger.membership.Facts.takenOver;
import static jp.nenkin.ledger.membership.Facts.transferred;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import jp.nenkin.events.LossCause;
import jp.nenkin.ledger.account.PlanData;
import jp.nenkin.ledger.benefit.Prospect.Benefit;
import jp.nenkin.ledger.membership.MemoryLedger;
import jp.nenkin.ledger.money.FiscalYear;
import org.junit.jupiter.api.Test;

/** Which benefit a loss gives a right to, each limit from both sides. */
class ProspectTest {
    private static MemoryLedger ledger() {
        return new MemoryLedger(MEMBER, PlanData.read())
                .rate(2024, "3.7")
                .booksThrough(YearMonth.of(2024, 3), new FiscalYear(2023));
    }

    private static MemoryLedger member(String acquiredOn) {
        return ledger().when(takenOver(acquiredOn, 300_000)).when(balance(FIRST, "2024-03-31", 100_000));
    }

    private static Prospect of(MemoryLedger ledger) {
        return Prospect.of(ledger.accounts(), ledger.right());
    }

    @Test
    void a_member_has_not_left() {
        assertThat(of(member("2015-04-01"))).isEqualTo(new Prospect(false, 0, 0, 0, Benefit.NONE, null));
    }

    @Test
    void thirty_five_months_give_no_benefit_and_thirty_six_a_withdrawal_lump_sum() {
        assertThat(of(member("2021-11-01").when(lost("2024-10-16"))))
                .isEqualTo(new Prospect(false, 35, 0, 36, Benefit.NONE, null));
        assertThat(of(member("2021-10-01").when(lost("2024-10-16"))))
                .isEqualTo(new Prospect(true, 36, 0, 36, Benefit.WITHDRAWAL_LUMP_SUM, null));
    }

    @Test
    void with_an_asset_one_month_is_enough() {
        MemoryLedger joiner = ledger().when(enrolled("2024-05-02", 300_000))
                .when(transferred("2024-05-10", 1, 200_000, 24))
                .when(lost("2024-06-01"));

        assertThat(of(joiner)).isEqualTo(new Prospect(true, 1, 24, 1, Benefit.WITHDRAWAL_LUMP_SUM, null));
    }

    @Test
    void months_that_an_asset_carries_give_a_right_without_a_month_of_membership() {
        MemoryLedger joiner = ledger().when(enrolled("2024-05-02", 300_000))
                .when(transferred("2024-05-10", 1, 200_000, 36))
                .when(lost("2024-05-20"));

        assertThat(of(joiner)).isEqualTo(new Prospect(true, 0, 36, 1, Benefit.WITHDRAWAL_LUMP_SUM, null));
    }

    @Test
    void with_119_months_it_is_a_lump_sum_and_with_120_an_old_age_benefit() {
        assertThat(of(member("2014-11-01").when(lost("2024-10-16"))).benefit()).isEqualTo(Benefit.WITHDRAWAL_LUMP_SUM);
        assertThat(of(member("2014-10-01").when(lost("2024-10-16"))).benefit()).isEqualTo(Benefit.OLD_AGE);
    }

    @Test
    void months_that_an_asset_carries_count_for_the_old_age_benefit() {
        MemoryLedger carrying = member("2014-11-01")
                .when(transferred("2024-05-10", 1, 200_000, 1))
                .when(lost("2024-10-16"));

        assertThat(of(carrying).benefit()).isEqualTo(Benefit.OLD_AGE);
        assertThat(of(carrying).creditedMonths()).isEqualTo(1);
    }

    @Test
    void at_a_death_it_is_the_survivors() {
        assertThat(of(member("2015-04-01").when(lost("2024-10-16", LossCause.DEATH, "death", null)))
                        .benefit())
                .isEqualTo(Benefit.SURVIVOR);
        assertThat(of(member("2024-03-01").when(lost("2024-10-16", LossCause.DEATH, "death", null)))
                        .benefit())
                .as("no right, no benefit")
                .isEqualTo(Benefit.NONE);
    }

    @Test
    void an_old_age_benefit_is_paid_from_60_or_at_once_to_who_attains_50_on_leaving() {
        assertThat(of(member("2005-04-01").born(LocalDate.of(1974, 10, 17)).when(lost("2024-10-16")))
                        .oldAgeFrom())
                .isEqualTo("2024-10-16");
        assertThat(of(member("2005-04-01").born(LocalDate.of(1974, 10, 18)).when(lost("2024-10-16")))
                        .oldAgeFrom())
                .isEqualTo("2034-10-17");
        assertThat(of(member("2005-04-01").when(lost("2024-10-16"))).oldAgeFrom())
                .as("no birth date is known")
                .isNull();
        assertThat(of(member("2014-11-01").born(LocalDate.of(1960, 1, 1)).when(lost("2024-10-16")))
                        .oldAgeFrom())
                .as("119 months")
                .isNull();
    }
}
