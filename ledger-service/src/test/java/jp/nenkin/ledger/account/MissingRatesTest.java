package jp.nenkin.ledger.account;

import static jp.nenkin.ledger.account.Given.ESTABLISHMENT;
import static jp.nenkin.ledger.account.Given.account;
import static jp.nenkin.ledger.account.Given.enrol;
import static jp.nenkin.ledger.account.Given.exampleX;
import static jp.nenkin.ledger.account.Given.filing;
import static jp.nenkin.ledger.account.Given.loss;
import static jp.nenkin.ledger.account.Given.takeOver;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import jp.nenkin.events.FilingType;
import jp.nenkin.events.Plan;
import jp.nenkin.ledger.account.AccountCommand.CreditInterest;
import jp.nenkin.ledger.account.AccountCommand.Defer;
import jp.nenkin.ledger.account.AccountCommand.EndDeferral;
import jp.nenkin.ledger.account.AccountCommand.EndMembership;
import jp.nenkin.ledger.account.AccountCommand.PostContribution;
import jp.nenkin.ledger.account.AccountCommand.Resume;
import jp.nenkin.ledger.account.AccountCommand.TakeOverBalance;
import jp.nenkin.ledger.account.AccountEvent.InterestCredited;
import jp.nenkin.ledger.account.AccountState.Deferred;
import jp.nenkin.ledger.account.AccountState.Payable;
import jp.nenkin.ledger.account.AccountState.RatePending;
import jp.nenkin.ledger.account.AccountState.Waiting;
import jp.nenkin.ledger.money.FiscalYear;
import jp.nenkin.ledger.money.Yen;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Crediting dates one after the other, and the year whose rate is missing; those of 2020 and 2026 are. */
class MissingRatesTest {

    /** As X, but with 100,000 on the 31 March that a year begins after. */
    private static Given member(int year) {
        return account(Plan.FIRST)
                .booksThrough(year + "-03", year - 1)
                .when(takeOver("2015-04-01", 300_000))
                .when(new TakeOverBalance(LocalDate.of(year, 3, 31), new Yen(100_000)));
    }

    private static Defer deferral(@Nullable String until, String receivedOn) {
        return new Defer(
                until == null ? null : LocalDate.parse(until),
                filing(FilingType.DEFERRAL, LocalDate.parse(receivedOn)));
    }

    private static FiscalYear awaited(Given given) {
        assertThat(given.state).isInstanceOf(RatePending.class);
        return ((RatePending) given.state).awaited();
    }

    @Test
    void a_year_without_a_rate_is_not_credited() {
        Given member = member(2020).runMonths("2020-04", "2021-03");

        assertThat(member.refusalOf(new CreditInterest(new FiscalYear(2020)))).isEqualTo(Refusal.RATE_NOT_APPROVED);
    }

    @Test
    void a_year_without_a_rate_is_not_credited_to_who_waits() {
        Given behind = member(2020).when(new PostContribution(YearMonth.of(2020, 4)));
        Given waiting =
                member(2019).runMonths("2019-04", "2019-09").when(loss("2019-10-16", new EndMembership.Wait(null)));
        assertThat(waiting.runYear(2019).state).isInstanceOf(Waiting.class);

        assertThat(waiting.refusalOf(new CreditInterest(new FiscalYear(2020)))).isEqualTo(Refusal.RATE_NOT_APPROVED);
        assertThat(behind.refusalOf(new CreditInterest(new FiscalYear(2020))))
                .isEqualTo(Refusal.EARLIER_PERIOD_NOT_RUN);
    }

    @Test
    void a_loss_behind_a_year_without_a_rate_waits_for_that_year() {
        Given member = member(2020).runMonths("2020-04", "2021-03").when(loss("2021-05-11"));

        assertThat(awaited(member)).isEqualTo(new FiscalYear(2020));
        assertThat(member.all(InterestCredited.class)).isEmpty();
    }

    @Test
    void a_deferral_filed_after_two_31_marches_is_credited_both_run_or_no_run() {
        Given x = member(2021)
                .runMonths("2021-04", "2021-09")
                .when(loss("2021-10-16"))
                .when(deferral(null, "2023-05-01"));

        // 789,100 yen-months at 2.3 %: 1,512.4…; 121,313 for six months: 1,395.1; 122,709 for a year at 5.0 %:
        // 6,135.45.
        assertThat(x.all(InterestCredited.class))
                .extracting(InterestCredited::creditedOn)
                .containsExactly(LocalDate.of(2021, 10, 15), LocalDate.of(2022, 3, 31), LocalDate.of(2023, 3, 31));
        assertThat(x.all(InterestCredited.class))
                .extracting(InterestCredited::amount)
                .containsExactly(new Yen(1_513), new Yen(1_396), new Yen(6_136));
        assertThat(x.balance()).isEqualTo(128_845);
    }

    @Test
    void a_deferral_received_on_31_march_is_credited_that_day_and_before_it_is_not() {
        Given received30 = exampleX().when(loss("2024-10-16")).when(deferral(null, "2025-03-30"));
        Given received31 = exampleX().when(loss("2024-10-16")).when(deferral(null, "2025-03-31"));

        assertThat(received30.balance()).isEqualTo(122_234);
        assertThat(received31.balance()).isEqualTo(124_496);
    }

    @Test
    void a_deferral_filed_behind_a_year_without_a_rate_waits_for_it() {
        Given x = member(2019)
                .runMonths("2019-04", "2019-09")
                .when(loss("2019-10-16"))
                .when(deferral(null, "2022-05-01"));

        assertThat(awaited(x)).isEqualTo(new FiscalYear(2020));
        assertThat(x.last(InterestCredited.class).creditedOn()).isEqualTo("2020-03-31");
    }

    @Test
    void a_deferral_that_is_ended_behind_a_year_without_a_rate_waits_for_it() {
        Given x = member(2019)
                .runMonths("2019-04", "2019-09")
                .when(loss("2019-10-16"))
                .when(deferral(null, "2019-12-01"))
                .when(new EndDeferral(LocalDate.of(2021, 8, 20)));

        assertThat(awaited(x)).isEqualTo(new FiscalYear(2020));
        assertThat(x.last(InterestCredited.class).creditedOn()).isEqualTo("2020-03-31");
    }

    @Test
    void a_deferral_whose_day_comes_in_a_year_without_a_rate_waits_for_it() {
        Given late = exampleX()
                .runMonths("2024-04", "2024-09")
                .when(loss("2024-10-16"))
                .booksThrough("2026-05", 2025)
                .when(deferral("2026-05-10", "2024-11-05"));
        Given run = exampleX()
                .runMonths("2024-04", "2024-09")
                .when(loss("2024-10-16"))
                .when(deferral("2026-05-10", "2024-11-05"))
                .runYear(2024)
                .runYear(2025);
        assertThat(run.state).isInstanceOf(Deferred.class);

        assertThat(awaited(late)).isEqualTo(new FiscalYear(2026));
        assertThat(awaited(run.when(new PostContribution(YearMonth.of(2026, 5)))))
                .isEqualTo(new FiscalYear(2026));
    }

    @Test
    void a_deferral_that_ends_on_a_31_march_credited_already_is_credited_once() {
        Given x = exampleX()
                .runMonths("2024-04", "2024-09")
                .when(loss("2024-10-16"))
                .when(deferral(null, "2024-11-05"))
                .runYear(2024)
                .when(new EndDeferral(LocalDate.of(2025, 3, 31)));

        assertThat(x.all(InterestCredited.class)).hasSize(2);
        assertThat(x.balance()).isEqualTo(124_496);
        assertThat(x.state).isInstanceOf(Payable.class);
    }

    @Test
    void a_deferral_that_has_ended_by_31_march_is_not_credited_on_it() {
        Given x = exampleX()
                .runMonths("2024-04", "2024-09")
                .when(loss("2024-10-16"))
                .when(deferral("2025-02-10", "2024-11-05"))
                .runYear(2024);

        assertThat(x.all(InterestCredited.class))
                .extracting(InterestCredited::creditedOn)
                .containsExactly(LocalDate.of(2024, 10, 15), LocalDate.of(2025, 2, 10));
        assertThat(x.state).isInstanceOf(Payable.class);
    }

    @Test
    void a_base_salary_of_a_plan_that_is_not_offered_on_return_is_refused() {
        Given back = exampleX()
                .runMonths("2024-04", "2024-09")
                .when(loss("2024-10-16"))
                .when(new Resume(ESTABLISHMENT, LocalDate.of(2024, 12, 2), filing(FilingType.ENROLMENT)));

        assertThat(back.refusalOf(Given.baseSalary("2025-04-01", 320_000))).isEqualTo(Refusal.PLAN_NOT_OFFERED);
    }

    @Test
    void somebody_back_behind_a_year_without_a_rate_waits_for_it() {
        Given back = member(2019)
                .runMonths("2019-04", "2019-09")
                .when(loss("2019-10-16"))
                .when(enrol("2021-06-01", 300_000));

        assertThat(awaited(back)).isEqualTo(new FiscalYear(2020));
        assertThat(back.last(InterestCredited.class).creditedOn()).isEqualTo("2020-03-31");
    }
}
