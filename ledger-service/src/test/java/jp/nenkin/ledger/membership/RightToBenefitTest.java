package jp.nenkin.ledger.membership;

import static jp.nenkin.ledger.membership.Facts.FIRST;
import static jp.nenkin.ledger.membership.Facts.asset;
import static jp.nenkin.ledger.membership.Facts.balance;
import static jp.nenkin.ledger.membership.Facts.deferralEnded;
import static jp.nenkin.ledger.membership.Facts.deferred;
import static jp.nenkin.ledger.membership.Facts.enrolled;
import static jp.nenkin.ledger.membership.Facts.lost;
import static jp.nenkin.ledger.membership.Facts.takenOver;
import static jp.nenkin.ledger.membership.Facts.transferred;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import jp.nenkin.events.LossCause;
import jp.nenkin.ledger.account.AccountState;
import jp.nenkin.ledger.account.AccountState.Deferred;
import jp.nenkin.ledger.account.AccountState.Frozen;
import jp.nenkin.ledger.account.AccountState.Payable;
import jp.nenkin.ledger.account.AccountState.Waiting;
import jp.nenkin.ledger.account.PlanData;
import jp.nenkin.ledger.money.FiscalYear;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** From how many months and at what age there is a right, each limit from both sides. */
class RightToBenefitTest {
    private static MemoryLedger ledger() {
        MemoryLedger ledger = new MemoryLedger(Facts.MEMBER, PlanData.read());
        for (int year = 2005; year <= 2024; year++) {
            ledger.rate(year, "1.0");
        }
        return ledger;
    }

    /** Somebody of a former system whose balance of March 2024 is 100,000. */
    private static MemoryLedger member(String acquiredOn, @Nullable String born) {
        MemoryLedger ledger = ledger().booksThrough(YearMonth.of(2024, 3), new FiscalYear(2023));
        if (born != null) {
            ledger.born(LocalDate.parse(born));
        }
        return ledger.when(takenOver(acquiredOn, 300_000)).when(balance(FIRST, "2024-03-31", 100_000));
    }

    private static AccountState lostByMerger(String acquiredOn, @Nullable String born) {
        return member(acquiredOn, born)
                .when(lost("2024-10-16", LossCause.MERGER, "merger", null))
                .state(FIRST);
    }

    private static @Nullable LocalDate deferredUntil(String born, @Nullable String asked) {
        MemoryLedger leaver =
                member("2005-04-01", born).when(lost("2024-10-16")).when(deferred(asked, "2024-10-20"));
        return ((Deferred) leaver.state(FIRST)).until();
    }

    @Test
    void thirty_five_months_give_no_right_and_thirty_six_do() {
        MemoryLedger months35 = ledger().when(enrolled("2021-04-01", 300_000)).when(lost("2024-03-31"));
        MemoryLedger months36 = ledger().when(enrolled("2021-04-01", 300_000)).when(lost("2024-04-01"));

        assertThat(months35.state(FIRST)).isInstanceOf(Frozen.class);
        assertThat(months36.state(FIRST)).isInstanceOf(Payable.class);
    }

    @Test
    void with_an_asset_one_month_is_enough_and_none_is_not() {
        MemoryLedger none = ledger().when(enrolled("2024-05-02", 300_000))
                .when(transferred("2024-05-10", 1, 200_000, 0))
                .when(lost("2024-05-31"));
        MemoryLedger one = ledger().when(enrolled("2024-05-02", 300_000))
                .when(transferred("2024-05-10", 1, 200_000, 0))
                .when(lost("2024-06-01"));

        assertThat(none.state(asset(1))).isInstanceOf(Frozen.class);
        assertThat(one.state(asset(1))).isInstanceOf(Payable.class);
        assertThat(one.state(FIRST)).isInstanceOf(Payable.class);
    }

    @Test
    void the_months_that_assets_carry_are_added_up() {
        MemoryLedger carrying35 = ledger().when(enrolled("2024-05-02", 300_000))
                .when(transferred("2024-05-10", 1, 200_000, 20))
                .when(transferred("2024-05-11", 2, 200_000, 15))
                .when(lost("2024-05-20"));
        MemoryLedger carrying36 = ledger().when(enrolled("2024-05-02", 300_000))
                .when(transferred("2024-05-10", 1, 200_000, 20))
                .when(transferred("2024-05-11", 2, 200_000, 16))
                .when(lost("2024-05-20"));

        assertThat(carrying35.state(asset(1))).isInstanceOf(Frozen.class);
        assertThat(carrying36.state(asset(1))).isInstanceOf(Payable.class);
    }

    @ParameterizedTest
    @EnumSource(LossCause.class)
    void a_merger_and_a_voluntary_withdrawal_make_wait_and_no_other_cause_does(LossCause cause) {
        MemoryLedger leaver = member("2015-04-01", null).when(lost("2024-10-16", cause, "loss", null));

        boolean waits = cause == LossCause.MERGER || cause == LossCause.VOLUNTARY_WITHDRAWAL;
        assertThat(leaver.state(FIRST)).isInstanceOf(waits ? Waiting.class : Payable.class);
    }

    @Test
    void an_old_age_right_takes_120_months() {
        assertThat(((Waiting) lostByMerger("2014-10-01", "1970-06-11")).until()).isEqualTo("2030-06-10");
        assertThat(((Waiting) lostByMerger("2014-11-01", "1970-06-11")).until())
                .as("119 months")
                .isNull();
    }

    @Test
    void months_that_an_asset_carries_count_for_an_old_age_right() {
        MemoryLedger carrying = member("2014-11-01", "1970-06-11")
                .when(transferred("2024-05-10", 1, 200_000, 1))
                .when(lost("2024-10-16", LossCause.MERGER, "merger", null));

        assertThat(((Waiting) carrying.state(FIRST)).until()).isEqualTo("2030-06-10");
    }

    @Test
    void who_has_enough_months_and_no_known_birth_date_waits_without_a_day() {
        assertThat(((Waiting) lostByMerger("2005-04-01", null)).until()).isNull();
    }

    @Test
    void months_that_an_asset_carries_count_for_the_right_that_ends_a_deferral() {
        MemoryLedger carrying = member("2014-11-01", "1976-06-11")
                .when(transferred("2024-05-10", 1, 200_000, 1))
                .when(lost("2024-10-16"))
                .when(deferred(null, "2024-10-20"));

        assertThat(((Deferred) carrying.state(FIRST)).until()).isEqualTo("2036-06-10");
    }

    @Test
    void who_attains_60_on_the_day_of_a_merger_does_not_wait() {
        assertThat(lostByMerger("2005-04-01", "1964-10-17")).isInstanceOf(Payable.class);
        assertThat(((Waiting) lostByMerger("2005-04-01", "1964-10-18")).until()).isEqualTo("2024-10-17");
    }

    @Test
    void a_deferral_ends_as_asked_or_at_the_old_age_right_if_that_is_earlier() {
        assertThat(deferredUntil("1976-06-11", null)).isEqualTo("2036-06-10");
        assertThat(deferredUntil("1976-06-11", "2036-06-09")).isEqualTo("2036-06-09");
        assertThat(deferredUntil("1976-06-11", "2036-06-10")).isEqualTo("2036-06-10");
        assertThat(deferredUntil("1976-06-11", "2036-06-11")).isEqualTo("2036-06-10");
    }

    @Test
    void who_attains_50_on_leaving_has_the_right_at_once_and_it_ends_no_deferral_later() {
        assertThat(deferredUntil("1974-10-17", null)).isNull();
        assertThat(deferredUntil("1974-10-18", null)).isEqualTo("2034-10-17");
    }

    @Test
    void who_has_too_few_months_for_an_old_age_right_defers_as_long_as_asked() {
        MemoryLedger leaver =
                member("2014-11-01", "1976-06-11").when(lost("2024-10-16")).when(deferred("2040-01-01", "2024-10-20"));

        assertThat(((Deferred) leaver.state(FIRST)).until()).isEqualTo("2040-01-01");
    }

    @ParameterizedTest(name = "born {0}: {1} on {2}")
    @CsvSource({
        "1963-04-01, 62, 2025-03-31",
        "1963-04-01, 65, 2028-03-31",
        "1963-05-01, 62, 2025-04-30",
        "1963-05-01, 65, 2028-04-30",
        "1960-03-01, 62, 2022-02-28",
        "1960-03-01, 64, 2024-02-29",
        "1960-03-01, 65, 2025-02-28",
        "1964-02-29, 62, 2026-02-28",
        "1964-02-29, 64, 2028-02-28",
        "1964-02-29, 65, 2029-02-28",
        "1963-06-15, 65, 2028-06-14"
    })
    void an_age_is_attained_the_day_before_the_birthday(LocalDate born, int age, LocalDate attained) {
        assertThat(RightToBenefit.attains(born, age)).isEqualTo(attained);
    }

    @Test
    void who_has_the_old_age_right_at_a_merger_defers_as_long_as_asked() {
        MemoryLedger leaver = member("2005-04-01", "1964-10-17")
                .when(lost("2024-10-16", LossCause.MERGER, "merger", null))
                .when(deferred(null, "2024-10-20"));

        assertThat(((Deferred) leaver.state(FIRST)).until()).isNull();
    }

    @Test
    void who_left_by_merger_at_50_has_the_right_at_60_and_not_on_leaving() {
        MemoryLedger leaver = member("2005-04-01", "1974-10-17")
                .when(lost("2024-10-16", LossCause.MERGER, "merger", null))
                .when(deferralEnded("2024-12-10"))
                .when(deferred(null, "2024-12-20"));

        assertThat(((Deferred) leaver.state(FIRST)).until()).isEqualTo("2034-10-16");
    }
}
