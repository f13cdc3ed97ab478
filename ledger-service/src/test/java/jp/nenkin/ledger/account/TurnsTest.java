package jp.nenkin.ledger.account;

import static jp.nenkin.ledger.account.Given.ESTABLISHMENT;
import static jp.nenkin.ledger.account.Given.account;
import static jp.nenkin.ledger.account.Given.baseSalary;
import static jp.nenkin.ledger.account.Given.enrol;
import static jp.nenkin.ledger.account.Given.exampleX;
import static jp.nenkin.ledger.account.Given.filing;
import static jp.nenkin.ledger.account.Given.loss;
import static jp.nenkin.ledger.account.Given.takeOver;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import jp.nenkin.events.Filing;
import jp.nenkin.events.FilingType;
import jp.nenkin.events.Plan;
import jp.nenkin.ledger.account.AccountCommand.Asset;
import jp.nenkin.ledger.account.AccountCommand.Defer;
import jp.nenkin.ledger.account.AccountCommand.EndDeferral;
import jp.nenkin.ledger.account.AccountCommand.EndMembership;
import jp.nenkin.ledger.account.AccountCommand.Move;
import jp.nenkin.ledger.account.AccountCommand.ReceiveTransfer;
import jp.nenkin.ledger.account.AccountCommand.Resume;
import jp.nenkin.ledger.account.AccountCommand.TakeOverBalance;
import jp.nenkin.ledger.account.AccountEvent.ContributionAdjusted;
import jp.nenkin.ledger.account.AccountEvent.InterestCredited;
import jp.nenkin.ledger.account.AccountState.Active;
import jp.nenkin.ledger.account.AccountState.Deferred;
import jp.nenkin.ledger.account.AccountState.Frozen;
import jp.nenkin.ledger.account.AccountState.Payable;
import jp.nenkin.ledger.money.Yen;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Leaving, coming back, moving and deferring, each limit from both sides. */
class TurnsTest {
    private static Given lost() {
        return exampleX().runMonths("2024-04", "2024-09").when(loss("2024-10-16"));
    }

    private static Given deferred() {
        return lost().when(new Defer(null, filing(FilingType.DEFERRAL, LocalDate.of(2024, 11, 5))));
    }

    private static Move move(String movedOn, @Nullable Yen base) {
        return new Move(ESTABLISHMENT, LocalDate.parse(movedOn), base, filing(FilingType.ESTABLISHMENT_CHANGE));
    }

    private static Resume resume(String acquiredOn) {
        return new Resume(ESTABLISHMENT, LocalDate.parse(acquiredOn), filing(FilingType.ENROLMENT));
    }

    private static EndDeferral end(String day) {
        return new EndDeferral(LocalDate.parse(day));
    }

    @Test
    void lost_on_the_day_of_acquisition_leaves_nothing() {
        Given member = account(Plan.FIRST).booksThrough("2025-05", 2024).when(enrol("2025-04-10", 300_000));

        assertThat(member.refusalOf(loss("2025-04-09"))).isEqualTo(Refusal.BEFORE_ACQUISITION);
        member.when(loss("2025-04-10", new EndMembership.NoRight()));
        assertThat(member.state).isInstanceOf(Frozen.class);
        assertThat(member.balance()).isZero();
        assertThat(member.all(InterestCredited.class)).isEmpty();
    }

    @Test
    void a_loss_takes_back_the_months_that_brought_something_and_no_other() {
        Given x = exampleX()
                .runMonths("2024-04", "2024-09")
                .when(move("2024-10-01", null))
                .runMonths("2024-10", "2024-11")
                .when(move("2024-12-02", new Yen(300_000)))
                .runMonths("2024-12", "2024-12")
                .when(loss("2024-10-16"));

        assertThat(x.all(ContributionAdjusted.class))
                .extracting(ContributionAdjusted::month)
                .containsExactly(YearMonth.of(2024, 12));
        assertThat(x.balance()).isEqualTo(122_234);
    }

    @Test
    void a_loss_in_a_year_without_a_rate_whose_month_is_posted_needs_the_history() {
        Given member = account(Plan.FIRST)
                .booksThrough("2020-03", 2019)
                .when(takeOver("2015-04-01", 300_000))
                .when(new TakeOverBalance(LocalDate.of(2020, 3, 31), new Yen(100_000)))
                .runMonths("2020-04", "2020-10");

        assertThat(member.isRetroactive(loss("2020-10-16"))).isTrue();
        assertThat(member.isRetroactive(loss("2020-11-01"))).isFalse();
    }

    @Test
    void back_on_the_day_of_loss_goes_on_and_a_day_before_it_cannot_be() {
        assertThat(lost().refusalOf(enrol("2024-10-15", 300_000))).isEqualTo(Refusal.ACCOUNT_ALREADY_OPEN);

        assertThat(lost().when(enrol("2024-10-16", 300_000)).state).isInstanceOf(Active.class);
    }

    @Test
    void back_on_31_march_is_credited_as_a_member_and_on_1_april_before_it() {
        Given march = lost().when(enrol("2025-03-31", 300_000));
        Given april = lost().when(enrol("2025-04-01", 300_000));

        assertThat(march.all(InterestCredited.class)).hasSize(1);
        assertThat(april.all(InterestCredited.class))
                .extracting(InterestCredited::creditedOn)
                .containsExactly(LocalDate.of(2024, 10, 15), LocalDate.of(2025, 3, 31));
        assertThat(april.balance()).isEqualTo(124_496);
    }

    @Test
    void back_before_a_31_march_that_was_credited_meanwhile_needs_the_history() {
        Given deferred = deferred().booksThrough("2025-03", 2023).runYear(2024);

        assertThat(deferred.isRetroactive(enrol("2025-03-30", 300_000))).isTrue();
        assertThat(deferred.isRetroactive(enrol("2025-03-31", 300_000))).isFalse();
    }

    @Test
    void a_frozen_balance_is_not_credited_on_the_31_march_between() {
        Given frozen = account(Plan.FIRST)
                .booksThrough("2024-03", 2023)
                .when(enrol("2024-04-01", 300_000))
                .runMonths("2024-04", "2024-09")
                .when(loss("2024-10-16", new EndMembership.NoRight()));
        long balance = frozen.balance();

        frozen.when(resume("2025-06-02"));

        assertThat(frozen.all(InterestCredited.class)).hasSize(1);
        assertThat(frozen.balance()).isEqualTo(balance);
    }

    @Test
    void who_joins_after_an_asset_begins_a_first_period() {
        Asset asset = new Asset(LocalDate.of(2024, 5, 10), new Yen(100_000), "another fund", 12);
        Given early = account(Plan.FIRST)
                .booksThrough("2024-03", 2023)
                .when(new ReceiveTransfer(null, asset, filing(FilingType.TRANSFER_IN)))
                .when(resume("2024-12-02"));

        assertThat(((Active) early.state).membership())
                .isEqualTo(new Membership(
                        ESTABLISHMENT, LocalDate.of(2024, 12, 2), LocalDate.of(2024, 12, 2), 0, true, 12));
        assertThat(account(Plan.FIRST).refusalOf(resume("2024-12-02"))).isEqualTo(Refusal.ACCOUNT_NOT_OPEN);
    }

    @Test
    void a_move_is_of_a_month_that_is_not_posted_and_no_later_base_salary_is_on_record() {
        Given x = exampleX().runMonths("2024-04", "2024-09");

        assertThat(x.refusalOf(move("2015-03-31", new Yen(300_000)))).isEqualTo(Refusal.BEFORE_ACQUISITION);
        assertThat(x.isRetroactive(move("2024-09-30", new Yen(300_000)))).isTrue();
        assertThat(x.isRetroactive(move("2024-10-01", new Yen(300_000)))).isFalse();
        x.when(baseSalary("2024-11-01", 320_000));
        assertThat(x.isRetroactive(move("2024-10-15", new Yen(300_000)))).isTrue();
        assertThat(x.isRetroactive(move("2024-11-15", new Yen(300_000)))).isFalse();
    }

    @Test
    void a_move_before_the_last_crediting_needs_the_history_where_no_month_is_posted() {
        Given back =
                lost().when(resume("2024-12-02")).booksThrough("2025-03", 2023).runYear(2024);

        assertThat(back.isRetroactive(move("2025-03-31", new Yen(300_000)))).isTrue();
        assertThat(back.isRetroactive(move("2025-04-01", new Yen(300_000)))).isFalse();
    }

    @Test
    void a_deferral_ends_on_the_day_of_loss_or_later_and_no_later_than_its_day() {
        assertThat(deferred().refusalOf(end("2024-10-15"))).isEqualTo(Refusal.BEFORE_LOSS);
        // 122,234 for October once more: 376.8… yen.
        assertThat(deferred().when(end("2024-10-16")).balance()).isEqualTo(122_234 + 377);
        Given until = lost().when(
                        new Defer(LocalDate.of(2025, 2, 10), filing(FilingType.DEFERRAL, LocalDate.of(2024, 11, 5))));
        assertThat(until.when(end("2025-03-01")).last(InterestCredited.class).creditedOn())
                .isEqualTo("2025-02-10");
        assertThat(until.state).isInstanceOf(Payable.class);
    }

    @Test
    void a_deferral_that_is_ended_before_a_credited_31_march_needs_the_history() {
        Given deferred = deferred().booksThrough("2025-03", 2023).runYear(2024);

        assertThat(deferred.isRetroactive(end("2025-03-30"))).isTrue();
        assertThat(deferred.isRetroactive(end("2025-03-31"))).isFalse();
    }

    @Test
    void a_base_salary_of_before_the_acquisition_needs_the_history() {
        Given member = account(Plan.FIRST).booksThrough("2024-10", 2023).when(enrol("2024-11-05", 300_000));

        assertThat(member.isRetroactive(baseSalary("2024-11-01", 320_000))).isTrue();
        assertThat(member.isRetroactive(baseSalary("2024-11-05", 320_000))).isFalse();
    }

    @Test
    void a_late_base_salary_adjusts_posted_months_only_whatever_is_on_record_for_later() {
        Given x = exampleX()
                .runMonths("2024-04", "2024-05")
                .when(baseSalary("2024-10-01", 340_000))
                .when(baseSalary("2024-04-01", 320_000));

        assertThat(x.all(ContributionAdjusted.class))
                .extracting(ContributionAdjusted::month)
                .containsExactly(YearMonth.of(2024, 4), YearMonth.of(2024, 5));
    }

    @Test
    void the_base_salary_that_was_posted_already_adjusts_nothing() {
        Given x = exampleX().runMonths("2024-04", "2024-05").when(baseSalary("2024-04-01", 300_000));

        assertThat(x.all(ContributionAdjusted.class)).isEmpty();
    }

    @Test
    void the_last_day_of_a_deferral_is_the_day_of_loss_or_later() {
        Filing application = filing(FilingType.DEFERRAL, LocalDate.of(2024, 11, 5));

        assertThat(lost().refusalOf(new Defer(LocalDate.of(2024, 10, 15), application)))
                .isEqualTo(Refusal.BEFORE_LOSS);
        Given toTheDay = lost().when(new Defer(LocalDate.of(2024, 10, 16), application));
        assertThat(((Deferred) toTheDay.state).until()).isEqualTo("2024-10-16");
    }

    @Test
    void a_deferral_ends_before_its_day_when_the_member_asks() {
        Given until = lost().when(
                        new Defer(LocalDate.of(2025, 2, 10), filing(FilingType.DEFERRAL, LocalDate.of(2024, 11, 5))));

        assertThat(until.when(end("2025-01-10")).last(InterestCredited.class).creditedOn())
                .isEqualTo("2025-01-10");
    }
}
