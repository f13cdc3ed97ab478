package jp.nenkin.ledger.account;

import static jp.nenkin.ledger.account.Given.account;
import static jp.nenkin.ledger.account.Given.baseSalary;
import static jp.nenkin.ledger.account.Given.enrol;
import static jp.nenkin.ledger.account.Given.exampleX;
import static jp.nenkin.ledger.account.Given.filing;
import static jp.nenkin.ledger.account.Given.loss;
import static jp.nenkin.ledger.account.Given.takeOver;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import jp.nenkin.events.FilingType;
import jp.nenkin.events.Plan;
import jp.nenkin.ledger.account.AccountCommand.CreditInterest;
import jp.nenkin.ledger.account.AccountCommand.EndMembership;
import jp.nenkin.ledger.account.AccountCommand.PostContribution;
import jp.nenkin.ledger.account.AccountCommand.TakeOverBalance;
import jp.nenkin.ledger.account.AccountEvent.ContributionAdjusted;
import jp.nenkin.ledger.account.AccountEvent.ContributionPosted;
import jp.nenkin.ledger.account.AccountEvent.InterestCredited;
import jp.nenkin.ledger.account.AccountEvent.MembershipEnded;
import jp.nenkin.ledger.account.AccountState.Active;
import jp.nenkin.ledger.account.AccountState.Frozen;
import jp.nenkin.ledger.account.AccountState.Payable;
import jp.nenkin.ledger.account.AccountState.RatePending;
import jp.nenkin.ledger.interest.MonthCount;
import jp.nenkin.ledger.money.FiscalYear;
import jp.nenkin.ledger.money.Yen;
import org.junit.jupiter.api.Test;

/** The account's rules, held to the fund's worked figures. */
class AccountDeciderTest {

    @Test
    void the_2025_example_closes_at_144_094_in_plan_1() {
        Given x = exampleX().runMonths("2024-04", "2025-03").runYear(2024);

        InterestCredited credited = x.last(InterestCredited.class);
        assertThat(credited.amount()).isEqualTo(new Yen(4_494));
        assertThat(credited.opening()).isEqualTo(new Yen(100_000));
        assertThat(credited.closing()).isEqualTo(new Yen(144_094));
        assertThat(x.balance()).isEqualTo(144_094);
    }

    @Test
    void the_2025_example_closes_at_64_091_in_plan_2() {
        Given x = account(Plan.SECOND)
                .booksThrough("2024-03", 2023)
                .when(takeOver("2015-04-01", 1_000))
                .when(new TakeOverBalance(LocalDate.of(2024, 3, 31), new Yen(50_000)))
                .runMonths("2024-04", "2025-03")
                .runYear(2024);

        assertThat(x.last(InterestCredited.class).amount()).isEqualTo(new Yen(2_091));
        assertThat(x.balance()).isEqualTo(64_091);
    }

    @Test
    void the_2020_example_lost_on_1_april_is_credited_once_on_31_march() {
        Given member = account(Plan.SECOND)
                .when(takeOver("2015-04-01", 1_000))
                .when(new TakeOverBalance(LocalDate.of(2019, 3, 31), new Yen(43_999)))
                .runMonths("2019-04", "2020-03")
                .runYear(2019)
                .when(loss("2020-04-01"));

        assertThat(member.all(InterestCredited.class)).hasSize(1);
        assertThat(member.last(InterestCredited.class).amount()).isEqualTo(new Yen(1_010));
        assertThat(member.state).isInstanceOf(Payable.class);
        assertThat(member.balance()).isEqualTo(57_009);
    }

    @Test
    void a_loss_on_1_april_before_the_run_credits_31_march_and_the_run_adds_nothing() {
        Given member = account(Plan.SECOND)
                .when(takeOver("2015-04-01", 1_000))
                .when(new TakeOverBalance(LocalDate.of(2019, 3, 31), new Yen(43_999)))
                .runMonths("2019-04", "2020-03")
                .when(loss("2020-04-01"))
                .runYear(2019);

        assertThat(member.all(InterestCredited.class)).hasSize(1);
        assertThat(member.balance()).isEqualTo(57_009);
    }

    @Test
    void may_posted_before_the_31_march_crediting_earns_nothing_in_it() {
        Given x = exampleX().runMonths("2024-04", "2025-05").runYear(2024);

        InterestCredited credited = x.last(InterestCredited.class);
        assertThat(credited.amount()).isEqualTo(new Yen(4_494));
        assertThat(credited.closing()).isEqualTo(new Yen(144_094));
        assertThat(x.balance()).isEqualTo(144_094 + 2 * 3_300);
    }

    @Test
    void five_years_from_april_2021_close_as_the_vectors_say() {
        assertThat(fiveYears(Plan.FIRST, 300_000)).containsExactly(40_094L, 82_772L, 122_372L, 167_294L, 215_199L);
    }

    private static List<Long> fiveYears(Plan plan, long baseSalary) {
        Given member = account(plan).when(enrol("2021-04-01", baseSalary));
        for (int year = 2021; year <= 2025; year++) {
            member.runMonths(year + "-04", year + 1 + "-03").runYear(year);
        }
        return member.all(InterestCredited.class).stream()
                .map(credited -> credited.closing().amount())
                .toList();
    }

    @Test
    void a_rate_of_zero_records_a_credit_of_zero() {
        Given member = account(Plan.FIRST).booksThrough("2023-03", 2022).when(enrol("2023-04-01", 300_000));

        member.runMonths("2023-04", "2024-03").runYear(2023);

        assertThat(member.last(InterestCredited.class).amount()).isEqualTo(Yen.ZERO);
        assertThat(member.last(InterestCredited.class).closing()).isEqualTo(new Yen(39_600));
    }

    @Test
    void a_rate_of_5_0_credits_6_073_yen() {
        Given member = account(Plan.FIRST)
                .booksThrough("2022-03", 2021)
                .when(takeOver("2015-04-01", 300_000))
                .when(new TakeOverBalance(LocalDate.of(2022, 3, 31), new Yen(100_000)))
                .runMonths("2022-04", "2023-03")
                .runYear(2022);

        // 100,000 × 12 and 3,300 × 78 make 1,457,400 yen-months; a twelfth of 5 % of that is 6,072.5.
        assertThat(member.last(InterestCredited.class).amount()).isEqualTo(new Yen(6_073));
        assertThat(member.balance()).isEqualTo(145_673);
    }

    @Test
    void where_a_month_counts_once_the_month_of_a_loss_earns_in_the_period_that_ends_in_it() {
        Given literal = exampleX().runMonths("2024-04", "2024-09").when(loss("2024-10-16"));
        Given once = exampleX()
                .counting(MonthCount.NO_OVERLAP)
                .runMonths("2024-04", "2024-09")
                .when(loss("2024-10-16"));

        literal.when(new AccountCommand.Defer(null, filing(FilingType.DEFERRAL)));
        once.when(new AccountCommand.Defer(null, filing(FilingType.DEFERRAL)));

        assertThat(literal.all(InterestCredited.class))
                .extracting(InterestCredited::amount)
                .containsExactly(new Yen(2_434), new Yen(2_262));
        assertThat(once.all(InterestCredited.class))
                .extracting(InterestCredited::amount)
                .containsExactly(new Yen(2_434), new Yen(1_885));
        assertThat(once.last(InterestCredited.class).declared().openingMonths()).isEqualTo(5);
    }

    @Test
    void a_loss_in_october_credits_the_day_before_it() {
        Given x = exampleX().runMonths("2024-04", "2024-09").when(loss("2024-10-16"));

        InterestCredited credited = x.last(InterestCredited.class);
        assertThat(credited.creditedOn()).isEqualTo("2024-10-15");
        assertThat(credited.declared().openingMonths()).isEqualTo(7);
        assertThat(credited.amount()).isEqualTo(new Yen(2_434));
        assertThat(x.balance()).isEqualTo(122_234);
        assertThat(x.last(MembershipEnded.class).balance()).isEqualTo(new Yen(122_234));
    }

    @Test
    void a_loss_for_months_already_run_takes_them_back_and_credits_the_same() {
        Given x = exampleX().runMonths("2024-04", "2025-02").when(loss("2024-10-16"));

        List<ContributionAdjusted> taken = x.all(ContributionAdjusted.class);
        assertThat(taken)
                .extracting(ContributionAdjusted::month)
                .containsExactly(
                        YearMonth.of(2024, 10),
                        YearMonth.of(2024, 11),
                        YearMonth.of(2024, 12),
                        YearMonth.of(2025, 1),
                        YearMonth.of(2025, 2));
        assertThat(taken).extracting(ContributionAdjusted::amount).containsOnly(new Yen(-3_300));
        assertThat(taken.getFirst().valueDate()).isEqualTo("2024-10-01");
        assertThat(x.balance()).isEqualTo(122_234);
    }

    @Test
    void a_loss_before_the_months_are_run_posts_them_at_once() {
        Given x = exampleX().runMonths("2024-04", "2024-07").when(loss("2024-10-16"));

        assertThat(x.balance()).isEqualTo(122_234);
        x.runMonths("2024-08", "2025-03").runYear(2024);
        assertThat(x.balance()).isEqualTo(122_234);
    }

    @Test
    void a_loss_in_the_next_year_credits_the_31_march_before_it_first() {
        Given x = exampleX().runMonths("2024-04", "2025-03").when(loss("2025-05-10"));

        assertThat(x.all(InterestCredited.class))
                .extracting(InterestCredited::creditedOn)
                .containsExactly(LocalDate.of(2025, 3, 31), LocalDate.of(2025, 5, 9));
        assertThat(x.all(InterestCredited.class).getFirst().amount()).isEqualTo(new Yen(4_494));
        // 144,094 for two months and April's 3,300 for two, at 4.4 %: 1,080.9…
        assertThat(x.last(InterestCredited.class).amount()).isEqualTo(new Yen(1_081));
        x.runYear(2024);
        assertThat(x.balance()).isEqualTo(144_094 + 3_300 + 1_081);
    }

    @Test
    void born_on_1_april_and_lost_at_65_on_31_march_is_credited_on_30_march() {
        Given x = exampleX().runMonths("2024-04", "2025-02").when(loss("2025-03-31"));

        assertThat(x.last(InterestCredited.class).creditedOn()).isEqualTo("2025-03-30");
        assertThat(x.last(InterestCredited.class).amount()).isEqualTo(new Yen(4_484));
        assertThat(x.balance()).isEqualTo(140_784);
    }

    @Test
    void a_loss_over_a_date_already_credited_needs_the_history() {
        Given x = exampleX().runMonths("2024-04", "2025-03").runYear(2024);

        assertThat(x.isRetroactive(loss("2025-03-20"))).isTrue();
        assertThat(x.isRetroactive(loss("2025-03-31"))).isTrue();
        assertThat(x.when(loss("2025-04-01")).balance()).isEqualTo(144_094);
    }

    @Test
    void a_loss_in_a_year_without_a_rate_waits_for_it() {
        Given member = account(Plan.FIRST)
                .when(takeOver("2015-04-01", 300_000))
                .when(new TakeOverBalance(LocalDate.of(2020, 3, 31), new Yen(100_000)));

        member.when(loss("2020-10-16"));

        assertThat(member.state).isInstanceOf(RatePending.class);
        assertThat(member.all(ContributionPosted.class))
                .as("up to the month before")
                .hasSize(6);
        assertThat(member.when(new PostContribution(YearMonth.of(2020, 10))).all(ContributionPosted.class))
                .hasSize(6);
    }

    @Test
    void acquired_and_lost_in_one_month_brings_no_contribution_and_no_credit() {
        Given member = account(Plan.FIRST).booksThrough("2025-05", 2024).when(enrol("2025-04-10", 300_000));
        assertThat(member.balance()).isEqualTo(6_600);

        member.when(loss("2025-04-28", new EndMembership.NoRight()));

        assertThat(member.balance()).isZero();
        assertThat(member.all(InterestCredited.class)).isEmpty();
        assertThat(member.state).isInstanceOf(Frozen.class);
    }

    @Test
    void an_enrolment_filed_late_posts_the_missing_months_and_the_missing_credit_at_once() {
        Given late = account(Plan.FIRST).booksThrough("2025-05", 2024).when(enrol("2024-11-05", 300_000));

        List<ContributionPosted> posted = late.all(ContributionPosted.class);
        assertThat(posted).hasSize(7);
        assertThat(posted.getFirst().valueDate()).isEqualTo("2024-11-05");
        assertThat(posted.get(1).valueDate()).isEqualTo("2024-12-01");
        InterestCredited credited = late.last(InterestCredited.class);
        assertThat(credited.declared().yenMonths()).isEqualTo(3_300L * (5 + 4 + 3 + 2 + 1));
        assertThat(credited.amount()).isEqualTo(new Yen(153));
        assertThat(credited.closing()).isEqualTo(new Yen(16_653));
        assertThat(late.balance()).isEqualTo(16_653 + 2 * 3_300);
        assertThat(late.events.indexOf(credited))
                .as("before April of the next year")
                .isEqualTo(6);
    }

    @Test
    void a_balance_taken_over_behind_the_books_is_brought_to_them() {
        Given x = account(Plan.FIRST)
                .booksThrough("2025-05", 2024)
                .when(takeOver("2015-04-01", 300_000))
                .when(new TakeOverBalance(LocalDate.of(2024, 3, 31), new Yen(100_000)));

        assertThat(x.last(InterestCredited.class).closing()).isEqualTo(new Yen(144_094));
        assertThat(x.balance()).isEqualTo(144_094 + 6_600);
    }

    @Test
    void a_second_take_over_is_refused() {
        assertThat(exampleX().refusalOf(new TakeOverBalance(LocalDate.of(2024, 3, 31), new Yen(100_000))))
                .isEqualTo(Refusal.BALANCE_NOT_AWAITED);
        assertThat(exampleX().refusalOf(takeOver("2015-04-01", 300_000))).isEqualTo(Refusal.ACCOUNT_ALREADY_OPEN);
    }

    @Test
    void no_month_on_or_before_the_take_over_is_posted_or_corrected() {
        Given x = exampleX().runMonths("2024-04", "2024-05").when(baseSalary("2023-10-01", 320_000));

        assertThat(x.all(ContributionAdjusted.class))
                .extracting(ContributionAdjusted::month)
                .containsExactly(YearMonth.of(2024, 4), YearMonth.of(2024, 5));
        assertThat(x.all(ContributionAdjusted.class))
                .extracting(ContributionAdjusted::amount)
                .containsOnly(new Yen(220));
        assertThat(x.isRetroactive(loss("2024-03-15"))).isTrue();
    }

    @Test
    void a_base_salary_filed_in_time_holds_from_its_month() {
        Given x = exampleX()
                .when(baseSalary("2024-10-01", 320_000))
                .runMonths("2024-04", "2025-03")
                .runYear(2024);

        assertThat(x.all(ContributionAdjusted.class)).isEmpty();
        assertThat(x.last(InterestCredited.class).amount()).isEqualTo(new Yen(4_508));
        assertThat(x.balance()).isEqualTo(145_428);
    }

    @Test
    void a_base_salary_filed_late_adjusts_the_months_already_posted() {
        Given x = exampleX().runMonths("2024-04", "2025-01").when(baseSalary("2024-10-01", 320_000));

        assertThat(x.all(ContributionAdjusted.class)).hasSize(4);
        x.runMonths("2025-02", "2025-03").runYear(2024);
        assertThat(x.balance()).isEqualTo(145_428);
    }

    @Test
    void a_later_base_salary_bounds_what_a_late_one_adjusts() {
        Given x = exampleX()
                .runMonths("2024-04", "2024-05")
                .when(baseSalary("2024-10-01", 340_000))
                .runMonths("2024-06", "2024-12")
                .when(baseSalary("2024-04-01", 320_000));

        assertThat(x.all(ContributionAdjusted.class))
                .extracting(ContributionAdjusted::month)
                .containsExactly(
                        YearMonth.of(2024, 4),
                        YearMonth.of(2024, 5),
                        YearMonth.of(2024, 6),
                        YearMonth.of(2024, 7),
                        YearMonth.of(2024, 8),
                        YearMonth.of(2024, 9));
        x.runMonths("2025-01", "2025-03");
        assertThat(x.balance()).as("the example of the 2020 notice").isEqualTo(100_000 + 43_560);
    }

    @Test
    void a_base_salary_over_a_credited_date_needs_the_history() {
        Given x = exampleX().runMonths("2024-04", "2025-05").runYear(2024);

        assertThat(x.isRetroactive(baseSalary("2024-10-01", 320_000))).isTrue();
        assertThat(x.when(baseSalary("2025-04-01", 320_000)).balance()).isEqualTo(144_094 + 2 * 3_520);
    }

    @Test
    void lost_in_october_and_back_four_days_later_goes_on_in_the_same_month() {
        Given x = exampleX()
                .runMonths("2024-04", "2024-09")
                .when(loss("2024-10-16"))
                .when(enrol("2024-10-20", 300_000))
                .runMonths("2024-10", "2025-03")
                .runYear(2024);

        assertThat(x.last(InterestCredited.class).amount()).isEqualTo(new Yen(2_476));
        assertThat(x.balance()).isEqualTo(144_510);
    }

    @Test
    void a_frozen_balance_is_restored_and_frozen_months_do_not_earn() {
        Given member = account(Plan.FIRST)
                .booksThrough("2023-03", 2022)
                .when(enrol("2023-04-01", 300_000))
                .runMonths("2023-04", "2024-03")
                .runYear(2023)
                .runMonths("2024-04", "2024-09")
                .when(loss("2024-10-16", new EndMembership.NoRight()));
        assertThat(member.state).isInstanceOf(Frozen.class);
        assertThat(member.balance()).isEqualTo(60_530);

        member.runMonths("2024-10", "2025-01").when(enrol("2025-02-10", 300_000));
        member.runMonths("2025-02", "2025-03").runYear(2024);

        assertThat(member.last(InterestCredited.class).amount()).isEqualTo(new Yen(404));
        assertThat(member.balance()).isEqualTo(67_534);
        assertThat(((Active) member.state).membership().earlierMonths()).isEqualTo(18);
    }

    @Test
    void somebody_payable_who_is_back_is_credited_the_31_march_since_the_loss() {
        Given x = exampleX().runMonths("2024-04", "2025-05").runYear(2024);
        Given back = exampleX()
                .runMonths("2024-04", "2024-09")
                .when(loss("2024-10-16"))
                .booksThrough("2025-05", 2024)
                .when(enrol("2025-06-02", 300_000));

        assertThat(back.last(InterestCredited.class).creditedOn()).isEqualTo("2025-03-31");
        assertThat(back.last(InterestCredited.class).declared().openingMonths()).isEqualTo(6);
        assertThat(back.balance()).as("122,234 and 2,262").isEqualTo(124_496);
        assertThat(x.balance()).isNotEqualTo(back.balance());
    }

    @Test
    void a_command_that_an_account_cannot_take_is_refused_with_its_rule() {
        Given nobody = account(Plan.FIRST);
        assertThat(nobody.refusalOf(loss("2024-10-16"))).isEqualTo(Refusal.ACCOUNT_NOT_OPEN);
        assertThat(nobody.refusalOf(baseSalary("2024-10-01", 300_000))).isEqualTo(Refusal.ACCOUNT_NOT_OPEN);

        Given awaiting = account(Plan.FIRST).when(takeOver("2015-04-01", 300_000));
        assertThat(awaiting.refusalOf(loss("2024-10-16"))).isEqualTo(Refusal.BALANCE_AWAITED);
        assertThat(awaiting.refusalOf(new TakeOverBalance(LocalDate.of(2015, 3, 31), Yen.ZERO)))
                .isEqualTo(Refusal.BEFORE_ACQUISITION);

        Given lost = exampleX().runMonths("2024-04", "2024-09").when(loss("2024-10-16"));
        assertThat(lost.refusalOf(loss("2024-10-16"))).isEqualTo(Refusal.MEMBERSHIP_ALREADY_ENDED);
        assertThat(lost.isRetroactive(baseSalary("2024-10-01", 320_000))).isTrue();
        assertThat(lost.refusalOf(enrol("2024-10-10", 300_000))).isEqualTo(Refusal.ACCOUNT_ALREADY_OPEN);
        assertThat(exampleX().refusalOf(enrol("2024-10-10", 300_000))).isEqualTo(Refusal.ACCOUNT_ALREADY_OPEN);
        assertThat(exampleX().refusalOf(loss("2015-03-31"))).isEqualTo(Refusal.BEFORE_ACQUISITION);
    }

    @Test
    void a_run_repeated_posts_and_credits_nothing_more() {
        Given x = exampleX().runMonths("2024-04", "2025-03").runYear(2024);
        int events = x.events.size();

        x.when(new PostContribution(YearMonth.of(2025, 3))).when(new CreditInterest(new FiscalYear(2024)));

        assertThat(x.events).hasSize(events);
    }

    @Test
    void a_run_waits_for_the_earlier_ones() {
        Given x = exampleX().runMonths("2024-04", "2024-04");
        assertThat(x.refusalOf(new PostContribution(YearMonth.of(2024, 6)))).isEqualTo(Refusal.EARLIER_PERIOD_NOT_RUN);
        assertThat(x.refusalOf(new CreditInterest(new FiscalYear(2024)))).isEqualTo(Refusal.EARLIER_PERIOD_NOT_RUN);

        x.runMonths("2024-05", "2026-03");
        assertThat(x.refusalOf(new PostContribution(YearMonth.of(2026, 4)))).isEqualTo(Refusal.EARLIER_PERIOD_NOT_RUN);
        assertThat(x.refusalOf(new CreditInterest(new FiscalYear(2025)))).isEqualTo(Refusal.EARLIER_PERIOD_NOT_RUN);
        assertThat(x.runYear(2024).runMonths("2026-04", "2026-04").balance()).isPositive();

        Given awaiting = account(Plan.FIRST).when(takeOver("2015-04-01", 300_000));
        assertThat(awaiting.refusalOf(new PostContribution(YearMonth.of(2024, 4))))
                .isEqualTo(Refusal.BALANCE_AWAITED);
    }

    @Test
    void an_event_that_cannot_follow_is_corruption() {
        Given x = exampleX().runMonths("2024-04", "2024-05");
        ContributionPosted posted = x.last(ContributionPosted.class);

        assertThatThrownBy(() -> AccountEvolution.evolve(x.state, posted))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("2024-05");
        assertThatThrownBy(() -> AccountEvolution.evolve(x.state, x.events.getFirst()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("cannot follow");
    }
}
