package jp.nenkin.ledger.membership;

import static jp.nenkin.ledger.membership.Facts.FIRST;
import static jp.nenkin.ledger.membership.Facts.SECOND;
import static jp.nenkin.ledger.membership.Facts.asset;
import static jp.nenkin.ledger.membership.Facts.balance;
import static jp.nenkin.ledger.membership.Facts.base;
import static jp.nenkin.ledger.membership.Facts.cancelled;
import static jp.nenkin.ledger.membership.Facts.deferralCancelled;
import static jp.nenkin.ledger.membership.Facts.deferralEnded;
import static jp.nenkin.ledger.membership.Facts.deferred;
import static jp.nenkin.ledger.membership.Facts.enrolled;
import static jp.nenkin.ledger.membership.Facts.lost;
import static jp.nenkin.ledger.membership.Facts.moved;
import static jp.nenkin.ledger.membership.Facts.paid;
import static jp.nenkin.ledger.membership.Facts.takenOver;
import static jp.nenkin.ledger.membership.Facts.transferred;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Set;
import jp.nenkin.events.LossCause;
import jp.nenkin.events.Plan;
import jp.nenkin.events.PlanBaseSalary;
import jp.nenkin.ledger.account.AccountEvent;
import jp.nenkin.ledger.account.AccountEvent.ContributionAdjusted;
import jp.nenkin.ledger.account.AccountEvent.ContributionPosted;
import jp.nenkin.ledger.account.AccountEvent.ExcessRecorded;
import jp.nenkin.ledger.account.AccountEvent.InterestAdjusted;
import jp.nenkin.ledger.account.AccountEvent.InterestCredited;
import jp.nenkin.ledger.account.AccountEvent.LumpSumPaid;
import jp.nenkin.ledger.account.AccountState.Active;
import jp.nenkin.ledger.account.AccountState.Closed;
import jp.nenkin.ledger.account.AccountState.Deferred;
import jp.nenkin.ledger.account.AccountState.Early;
import jp.nenkin.ledger.account.AccountState.Frozen;
import jp.nenkin.ledger.account.AccountState.Payable;
import jp.nenkin.ledger.account.AccountState.RatePending;
import jp.nenkin.ledger.account.AccountState.Waiting;
import jp.nenkin.ledger.account.PlanData;
import jp.nenkin.ledger.account.Refusal;
import jp.nenkin.ledger.interest.EarnedMonths;
import jp.nenkin.ledger.membership.MemberDecider.Outcome;
import jp.nenkin.ledger.money.AccountId;
import jp.nenkin.ledger.money.FiscalYear;
import jp.nenkin.ledger.money.Yen;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The worked figures of lives that do not go straight, and of what becomes known late. */
class CorrectionTest {
    private static MemoryLedger ledger() {
        return new MemoryLedger(Facts.MEMBER, PlanData.read())
                .rate(2021, "2.3")
                .rate(2022, "5.0")
                .rate(2023, "0.0")
                .rate(2024, "3.7")
                .rate(2025, "4.4");
    }

    private static MemoryLedger exampleX() {
        return ledger().booksThrough(YearMonth.of(2024, 3), new FiscalYear(2023))
                .when(takenOver("2015-04-01", 300_000))
                .when(balance(FIRST, "2024-03-31", 100_000));
    }

    private static MemoryLedger exampleXThroughMay2025() {
        return exampleX().runMonths("2024-04", "2025-05").run(new FiscalYear(2024));
    }

    private static long on(MemoryLedger ledger, String day) {
        return ledger.balance(FIRST, LocalDate.parse(day)).amount();
    }

    @Test
    void a_base_salary_filed_over_a_closed_year_adjusts_its_months_and_its_interest() {
        MemoryLedger x = exampleXThroughMay2025().when(base("2024-10-01", 320_000));

        assertThat(x.all(FIRST, ContributionAdjusted.class)).hasSize(8);
        assertThat(x.all(FIRST, InterestAdjusted.class)).singleElement().satisfies(adjusted -> {
            assertThat(adjusted.creditedOn()).isEqualTo("2025-03-31");
            assertThat(adjusted.amount()).isEqualTo(new Yen(14));
            assertThat(adjusted.interest()).isEqualTo(new Yen(4_508));
        });
        assertThat(on(x, "2025-03-31")).isEqualTo(145_428);
        x.runMonths("2025-06", "2026-03").run(new FiscalYear(2025));
        assertThat(x.all(FIRST, InterestCredited.class).getLast().amount()).isEqualTo(new Yen(7_406));
        assertThat(on(x, "2026-03-31")).isEqualTo(195_074);
    }

    @Test
    void a_base_salary_filed_over_two_closed_years_recomputes_both_credits() {
        MemoryLedger late = ledger().booksThrough(YearMonth.of(2021, 3), new FiscalYear(2020))
                .when(enrolled("2021-04-01", 300_000))
                .runMonths("2021-04", "2022-03")
                .run(new FiscalYear(2021))
                .runMonths("2022-04", "2023-03")
                .run(new FiscalYear(2022))
                .when(base("2021-10-01", 320_000));
        MemoryLedger inTime = ledger().booksThrough(YearMonth.of(2021, 3), new FiscalYear(2020))
                .when(enrolled("2021-04-01", 300_000))
                .when(base("2021-10-01", 320_000))
                .runMonths("2021-04", "2022-03")
                .run(new FiscalYear(2021))
                .runMonths("2022-04", "2023-03")
                .run(new FiscalYear(2022));

        // Six months of 3,300 and six of 3,520 at 2.3 %: 262,020 yen-months, 502.2… yen.
        assertThat(on(late, "2022-03-31")).isEqualTo(19_800 + 21_120 + 503);
        // 41,423 for twelve months and 3,520 a month at 5.0 %: 771,636 yen-months, 3,215.15 yen.
        assertThat(on(late, "2023-03-31")).isEqualTo(41_423 + 42_240 + 3_216);
        assertThat(late.all(FIRST, InterestAdjusted.class)).hasSize(2);
        assertThat(on(late, "2022-03-31")).isEqualTo(on(inTime, "2022-03-31"));
        assertThat(on(late, "2023-03-31")).isEqualTo(on(inTime, "2023-03-31"));
        assertThat(late.state(FIRST).balance()).isEqualTo(inTime.state(FIRST).balance());
    }

    @Test
    void a_loss_filed_over_a_credited_date_takes_back_what_came_after_it() {
        MemoryLedger x = exampleXThroughMay2025().when(lost("2024-10-16"));

        assertThat(x.state(FIRST)).isInstanceOf(Payable.class);
        assertThat(x.state(FIRST).balance()).isEqualTo(new Yen(122_234));
        assertThat(x.all(FIRST, ContributionAdjusted.class)).hasSize(8);
        assertThat(x.all(FIRST, InterestAdjusted.class))
                .singleElement()
                .satisfies(adjusted -> assertThat(adjusted.amount()).isEqualTo(new Yen(-4_494)));
        assertThat(x.all(FIRST, InterestCredited.class).getLast().creditedOn()).isEqualTo("2024-10-15");
    }

    @Test
    void a_loss_cancelled_after_interest_at_loss_was_credited_is_as_if_it_had_not_been() {
        MemoryLedger x = exampleX()
                .runMonths("2024-04", "2024-09")
                .when(lost("2024-10-16"))
                .runMonths("2024-10", "2025-03")
                .run(new FiscalYear(2024))
                .when(cancelled("loss of 2024-10-16"));

        assertThat(x.state(FIRST)).isInstanceOf(Active.class);
        assertThat(x.state(FIRST).balance()).isEqualTo(new Yen(144_094));
        assertThat(x.all(FIRST, InterestAdjusted.class)).singleElement().satisfies(adjusted -> {
            assertThat(adjusted.creditedOn()).isEqualTo("2024-10-15");
            assertThat(adjusted.amount()).isEqualTo(new Yen(-2_434));
        });
        x.runMonths("2025-04", "2026-03").run(new FiscalYear(2025));
        MemoryLedger straight = exampleX()
                .runMonths("2024-04", "2025-03")
                .run(new FiscalYear(2024))
                .runMonths("2025-04", "2026-03")
                .run(new FiscalYear(2025));
        assertThat(x.state(FIRST)).isEqualTo(straight.state(FIRST));
    }

    @Test
    void an_enrolment_corrected_to_an_earlier_day_posts_the_months_before() {
        MemoryLedger late = ledger().booksThrough(YearMonth.of(2024, 10), new FiscalYear(2023))
                .when(enrolled("2024-12-02", 300_000))
                .runMonths("2024-11", "2025-03")
                .run(new FiscalYear(2024))
                .when(enrolled("2024-11-05", 300_000, "right", "enrolment of 2024-12-02"));

        // December counted from the day of acquisition, and does from the first of the month now.
        assertThat(late.all(FIRST, ContributionPosted.class).subList(4, 6))
                .extracting(posted -> posted.month().toString(), AccountEvent::valueDate)
                .containsExactly(
                        tuple("2024-11", LocalDate.of(2024, 11, 5)), tuple("2024-12", LocalDate.of(2024, 12, 1)));
        assertThat(late.state(FIRST).balance()).isEqualTo(new Yen(16_653));
        assertThat(((Active) late.state(FIRST)).membership().acquiredOn()).isEqualTo("2024-11-05");
    }

    @Test
    void an_enrolment_cancelled_leaves_nothing_and_may_come_again() {
        MemoryLedger ledger = ledger().booksThrough(YearMonth.of(2024, 10), new FiscalYear(2023))
                .when(enrolled("2024-11-05", 300_000))
                .runMonths("2024-11", "2025-03")
                .run(new FiscalYear(2024))
                .when(cancelled("enrolment of 2024-11-05"));
        assertThat(ledger.state(FIRST).balance()).isEqualTo(Yen.ZERO);

        ledger.when(enrolled("2024-11-05", 300_000, "again", null));
        assertThat(ledger.state(FIRST).balance()).isEqualTo(new Yen(16_653));
    }

    @Test
    void whoever_waits_across_31_march_earns_and_the_payable_do_not() {
        MemoryLedger waiting = exampleX()
                .runMonths("2024-04", "2024-09")
                .when(lost("2024-10-16", LossCause.MERGER, "merger", null))
                .runMonths("2024-10", "2025-03")
                .run(new FiscalYear(2024));
        assertThat(waiting.state(FIRST)).isInstanceOf(Waiting.class);
        assertThat(waiting.all(FIRST, InterestCredited.class).getLast().amount())
                .isEqualTo(new Yen(2_262));
        assertThat(waiting.state(FIRST).balance()).isEqualTo(new Yen(124_496));

        MemoryLedger payable = exampleX()
                .runMonths("2024-04", "2024-09")
                .when(lost("2024-10-16"))
                .runMonths("2024-10", "2025-03")
                .run(new FiscalYear(2024));
        assertThat(payable.state(FIRST).balance()).isEqualTo(new Yen(122_234));
        payable.when(paid("2025-05-20"));
        assertThat(payable.all(FIRST, LumpSumPaid.class)).singleElement().satisfies(sum -> {
            assertThat(sum.amount()).isEqualTo(new Yen(-122_234));
            assertThat(sum.planBalance().plus(sum.rounding())).isEqualTo(new Yen(122_300));
        });
    }

    @ParameterizedTest(name = "joined on {0}: {1}")
    @CsvSource({"2023-10-01, 1528", "2023-09-30, 2262"})
    void waiting_across_31_march_earns_2_5_percent_at_most_for_who_joined_from_october_2023(
            String joinedOn, long interest) {
        MemoryLedger waiting = ledger().booksThrough(YearMonth.of(2024, 3), new FiscalYear(2023))
                .when(takenOver(joinedOn, 300_000))
                .when(balance(FIRST, "2024-03-31", 100_000))
                .when(transferred("2024-04-01", 1, 1, 12))
                .runMonths("2024-04", "2024-09")
                .when(lost("2024-10-16", LossCause.MERGER, "merger", null))
                .runMonths("2024-10", "2025-03")
                .run(new FiscalYear(2024));

        // 122,234 for six months: 1,527.9… at 2.5 %, 2,261.3… at 3.7 %.
        assertThat(waiting.state(FIRST)).isInstanceOf(Waiting.class);
        assertThat(waiting.all(FIRST, InterestCredited.class))
                .extracting(InterestCredited::amount)
                .containsExactly(new Yen(2_434), new Yen(interest));
        assertThat(waiting.state(FIRST).balance()).isEqualTo(new Yen(122_234 + interest));
    }

    @Test
    void a_deferral_to_a_day_in_the_year_ends_with_its_credit() {
        MemoryLedger x = exampleX()
                .runMonths("2024-04", "2024-09")
                .when(lost("2024-10-16"))
                .runMonths("2024-10", "2025-05")
                .run(new FiscalYear(2024))
                .when(deferred("2025-08-20", "2025-06-05"));
        assertThat(x.state(FIRST)).isInstanceOf(Deferred.class);
        assertThat(x.state(FIRST).balance()).as("credited since the loss").isEqualTo(new Yen(124_496));

        x.runMonths("2025-06", "2025-08");
        assertThat(x.state(FIRST)).isInstanceOf(Payable.class);
        assertThat(x.state(FIRST).balance()).isEqualTo(new Yen(126_779));
        x.when(paid("2025-09-10"));
        assertThat(x.all(FIRST, LumpSumPaid.class).getFirst().rounding()).isEqualTo(new Yen(21));
    }

    @Test
    void a_deferral_ends_on_request() {
        MemoryLedger x = exampleX()
                .runMonths("2024-04", "2024-09")
                .when(lost("2024-10-16"))
                .when(deferred(null, "2024-11-05"))
                .runMonths("2024-10", "2025-05")
                .run(new FiscalYear(2024))
                .when(deferralEnded("2025-08-20"));

        assertThat(x.state(FIRST).balance()).isEqualTo(new Yen(126_779));
    }

    @Test
    void the_end_of_a_deferral_leaves_an_asset_waiting_that_came_after_the_loss() {
        MemoryLedger x = exampleX()
                .runMonths("2024-04", "2024-09")
                .when(lost("2024-10-16"))
                .when(deferred(null, "2024-11-05"))
                .runMonths("2024-10", "2025-05")
                .run(new FiscalYear(2024))
                .when(transferred("2025-06-10", 1, 500_000, 12))
                .when(deferralEnded("2025-08-20"));

        assertThat(x.state(FIRST).balance()).isEqualTo(new Yen(126_779));
        assertThat(x.state(asset(1))).isInstanceOf(Early.class);
    }

    @Test
    void a_right_to_an_old_age_benefit_ends_the_waiting_with_its_credit() {
        MemoryLedger x = ledger().born(LocalDate.of(1965, 6, 11))
                .booksThrough(YearMonth.of(2024, 3), new FiscalYear(2023))
                .when(takenOver("2005-04-01", 300_000))
                .when(balance(FIRST, "2024-03-31", 100_000))
                .runMonths("2024-04", "2024-09")
                .when(lost("2024-10-16", LossCause.MERGER, "merger", null))
                .runMonths("2024-10", "2025-05")
                .run(new FiscalYear(2024))
                .runMonths("2025-06", "2025-06");

        InterestCredited credited = x.all(FIRST, InterestCredited.class).getLast();
        assertThat(credited.creditedOn()).isEqualTo("2025-06-10");
        assertThat(credited.amount()).isEqualTo(new Yen(1_370));
        assertThat(x.state(FIRST)).isInstanceOf(Payable.class);
        assertThat(x.state(FIRST).balance()).isEqualTo(new Yen(125_866));
    }

    @Test
    void lost_on_31_march_and_deferred_is_credited_on_30_march_and_for_one_month_on_31_march() {
        MemoryLedger x = exampleX()
                .runMonths("2024-04", "2025-02")
                .when(lost("2025-03-31"))
                .when(deferred(null, "2025-04-10"))
                .runMonths("2025-03", "2025-03")
                .run(new FiscalYear(2024));

        assertThat(x.all(FIRST, InterestCredited.class))
                .extracting(credited -> credited.amount().amount())
                .containsExactly(4_484L, 435L);
    }

    @Test
    void months_outside_membership_earn_at_the_capped_rate_and_members_at_the_years() {
        MemoryLedger member = ledger().booksThrough(YearMonth.of(2024, 3), new FiscalYear(2023))
                .when(takenOver("2023-10-01", 300_000))
                .when(balance(FIRST, "2024-03-31", 100_000))
                .when(transferred("2024-04-01", 1, 1, 12))
                .runMonths("2024-04", "2024-09")
                .when(lost("2024-10-16"));
        assertThat(member.state(FIRST)).as("one month is enough with an asset").isInstanceOf(Payable.class);
        assertThat(member.state(FIRST).balance()).isEqualTo(new Yen(122_234));

        member.runMonths("2024-10", "2024-12")
                .when(enrolled("2025-01-10", 300_000))
                .runMonths("2025-01", "2025-03")
                .run(new FiscalYear(2024));
        InterestCredited credited = member.all(FIRST, InterestCredited.class).getLast();
        assertThat(credited.amount()).isEqualTo(new Yen(1_956));
        assertThat(credited.declared().openingMonths()).isEqualTo(3);
        assertThat(credited.capped()).isNotNull();
    }

    @Test
    void a_frozen_balance_becomes_payable_when_an_asset_turns_out_to_have_been_there() {
        MemoryLedger member = ledger().booksThrough(YearMonth.of(2023, 3), new FiscalYear(2022))
                .when(enrolled("2023-04-01", 300_000))
                .runMonths("2023-04", "2024-03")
                .run(new FiscalYear(2023))
                .runMonths("2024-04", "2024-09")
                .when(lost("2024-10-16"));
        assertThat(member.state(FIRST)).isInstanceOf(Frozen.class);

        member.when(transferred("2024-05-10", 1, 200_000, 30));

        assertThat(member.state(FIRST)).isInstanceOf(Payable.class);
        assertThat(member.state(asset(1))).isInstanceOf(Payable.class);
    }

    @Test
    void two_transfers_in_a_year_are_two_sub_accounts_with_a_ceiling_each() {
        MemoryLedger x = exampleX()
                .when(transferred("2024-05-10", 1, 100_001, 12))
                .when(transferred("2024-09-30", 2, 50_001, 6))
                .runMonths("2024-04", "2025-03")
                .run(new FiscalYear(2024));

        // 100,001 for eleven months and 50,001 for seven, at 3.7 %: 3,391.7… and 1,079.2…
        assertThat(x.state(asset(1)).balance()).isEqualTo(new Yen(100_001 + 3_392));
        assertThat(x.state(asset(2)).balance()).isEqualTo(new Yen(50_001 + 1_080));
        assertThat(x.state(FIRST).balance()).isEqualTo(new Yen(144_094));
    }

    @Test
    void an_asset_that_came_before_joining_waits_and_then_belongs_to_the_member() {
        MemoryLedger ledger = ledger().booksThrough(YearMonth.of(2022, 3), new FiscalYear(2021))
                .when(transferred("2022-05-10", 1, 100_000, 12));
        assertThat(ledger.state(asset(1))).isInstanceOf(Early.class);
        ledger.runMonths("2022-04", "2023-03").run(new FiscalYear(2022));
        assertThat(ledger.state(asset(1)).balance())
                .as("eleven months at 5.0 %")
                .isEqualTo(new Yen(104_584));

        ledger.when(enrolled("2023-04-01", 300_000));
        assertThat(ledger.state(asset(1))).isInstanceOf(Active.class);
        assertThat(ledger.state(FIRST)).isInstanceOf(Active.class);
    }

    @Test
    void a_move_bills_the_new_establishment_and_a_plan_it_lacks_earns_on() {
        MemoryLedger x = exampleX()
                .runMonths("2024-04", "2024-09")
                .when(moved("2024-10-01", "1000002", new PlanBaseSalary(Plan.SECOND, 2_000)))
                .runMonths("2024-10", "2025-03")
                .run(new FiscalYear(2024));

        assertThat(x.all(FIRST, ContributionPosted.class)).hasSize(6);
        assertThat(x.all(FIRST, InterestCredited.class)).hasSize(1);
        assertThat(x.all(SECOND, ContributionPosted.class))
                .hasSize(6)
                .allSatisfy(posted -> assertThat(posted.establishment()).hasToString("1000002"));
    }

    @Test
    void a_day_of_acquisition_that_moves_within_its_month_moves_the_posting_day() {
        MemoryLedger x = exampleX()
                .runMonths("2024-04", "2024-09")
                .when(lost("2024-10-16"))
                .when(enrolled("2024-10-20", 300_000))
                .runMonths("2024-10", "2024-11");
        assertThat(x.balance(FIRST, LocalDate.of(2024, 10, 22))).isEqualTo(new Yen(122_234 + 3_300));

        x.when(enrolled("2024-10-25", 300_000, "again", "enrolment of 2024-10-20"));

        assertThat(x.balance(FIRST, LocalDate.of(2024, 10, 22))).isEqualTo(new Yen(122_234));
        assertThat(x.balance(FIRST, LocalDate.of(2024, 10, 25))).isEqualTo(new Yen(122_234 + 3_300));
        x.runMonths("2024-12", "2025-03").run(new FiscalYear(2024));
        assertThat(x.state(FIRST).balance()).isEqualTo(new Yen(144_510));
    }

    @Test
    void a_deferral_received_before_the_loss_counts_from_the_loss_and_follows_it_when_its_day_is_corrected() {
        MemoryLedger x = exampleX()
                .runMonths("2024-04", "2024-10")
                .when(lost("2024-10-16"))
                .when(deferred(null, "2024-10-01"))
                .runMonths("2024-11", "2025-03")
                .run(new FiscalYear(2024));
        assertThat(x.state(FIRST).balance()).isEqualTo(new Yen(124_496));

        x.when(lost("2024-10-20", LossCause.RETIREMENT, "corrected", "loss of 2024-10-16"));

        assertThat(((Deferred) x.state(FIRST)).loss().lostOn()).isEqualTo("2024-10-20");
        assertThat(x.state(FIRST).balance()).isEqualTo(new Yen(124_496));
    }

    @Test
    void a_deferral_recorded_by_mistake_never_was_once_it_is_cancelled() {
        MemoryLedger x = exampleX()
                .runMonths("2024-04", "2025-03")
                .run(new FiscalYear(2024))
                .when(lost("2024-10-16"))
                .when(deferred(null, "2025-04-10"));
        assertThat(x.state(FIRST).balance()).isEqualTo(new Yen(124_496));

        x.when(deferralCancelled("deferral of 2025-04-10"));

        assertThat(x.state(FIRST)).isInstanceOf(Payable.class);
        assertThat(x.state(FIRST).balance()).isEqualTo(new Yen(122_234));
        assertThat(x.balance(FIRST, LocalDate.of(2025, 3, 31))).isEqualTo(new Yen(122_234));
        x.when(paid("2025-06-10"));
        assertThat(x.record(deferralCancelled("deferral of 2025-04-10")))
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.refusal()).isEqualTo(Refusal.FILING_NOT_IN_EFFECT));
    }

    @Test
    void a_deferral_is_cancelled_only_after_its_end_is() {
        MemoryLedger x = exampleX()
                .runMonths("2024-04", "2025-03")
                .run(new FiscalYear(2024))
                .when(lost("2024-10-16"))
                .when(deferred(null, "2025-04-10"))
                .when(deferralEnded("2025-05-20"));
        Yen ended = x.state(FIRST).balance();
        assertThat(x.record(deferralCancelled("deferral of 2025-04-10"))).isInstanceOf(Outcome.Refused.class);

        x.when(deferralCancelled("end of deferral on 2025-05-20"));
        assertThat(x.state(FIRST)).isInstanceOf(Deferred.class);
        assertThat(x.state(FIRST).balance()).isEqualTo(new Yen(124_496)).isNotEqualTo(ended);

        x.when(deferralCancelled("deferral of 2025-04-10"));
        assertThat(x.state(FIRST).balance()).isEqualTo(new Yen(122_234));
    }

    @Test
    void a_benefit_that_was_paid_keeps_its_deferral() {
        MemoryLedger x = exampleX()
                .runMonths("2024-04", "2025-03")
                .run(new FiscalYear(2024))
                .when(lost("2024-10-16"))
                .when(deferred("2025-05-20", "2025-04-10"))
                .comesTo(LocalDate.of(2025, 5, 20))
                .when(paid("2025-06-10"))
                .when(base("2024-09-01", 320_000));

        assertThat(x.state(FIRST)).isInstanceOf(Closed.class);
        assertThat(x.all(FIRST, InterestCredited.class).getLast().creditedOn()).isEqualTo("2025-05-20");
    }

    @Test
    void a_move_filed_late_bills_the_months_to_the_other_establishment() {
        MemoryLedger x = exampleX()
                .runMonths("2024-04", "2025-01")
                .when(moved("2024-12-01", "1000002", new PlanBaseSalary(Plan.FIRST, 300_000)));

        assertThat(x.all(FIRST, ContributionAdjusted.class))
                .extracting(adjusted -> adjusted.amount().amount())
                .containsExactly(-3_300L, -3_300L);
        assertThat(x.all(FIRST, ContributionPosted.class))
                .filteredOn(posted -> posted.establishment().toString().equals("1000002"))
                .extracting(ContributionPosted::month)
                .containsExactly(YearMonth.of(2024, 12), YearMonth.of(2025, 1));
        assertThat(x.state(FIRST).balance()).isEqualTo(new Yen(100_000 + 33_000));
    }

    @Test
    void a_loss_in_a_year_without_a_rate_waits_and_is_credited_when_it_is_approved() {
        MemoryLedger x = exampleX()
                .runMonths("2024-04", "2025-03")
                .run(new FiscalYear(2024))
                .runMonths("2025-04", "2026-03")
                .run(new FiscalYear(2025))
                .when(lost("2026-05-11"));
        assertThat(x.state(FIRST)).isInstanceOf(RatePending.class);
        x.runMonths("2026-04", "2026-06");

        x.approve(2026, "3.0");

        assertThat(x.state(FIRST)).isInstanceOf(Payable.class);
        assertThat(x.all(FIRST, InterestCredited.class).getLast().creditedOn()).isEqualTo("2026-05-10");
        assertThat(x.all(FIRST, ContributionPosted.class).getLast().month()).isEqualTo(YearMonth.of(2026, 4));
    }

    @Test
    void after_a_payment_a_shortfall_stays_to_be_paid() {
        MemoryLedger x = exampleX()
                .runMonths("2024-04", "2024-09")
                .when(lost("2024-10-16"))
                .when(paid("2024-12-20"))
                .when(base("2024-04-01", 320_000));

        assertThat(x.state(FIRST)).isInstanceOf(Closed.class);
        // Six months of 220 yen more, and interest of 2,451.3… yen instead of 2,433.0….
        assertThat(x.state(FIRST).balance()).isEqualTo(new Yen(1_320 + 18));
        x.when(new MemberFact.Payment(Facts.id("second"), LocalDate.of(2025, 7, 1), 0, Set.of(Plan.FIRST)));
        assertThat(x.state(FIRST).balance()).isEqualTo(Yen.ZERO);
    }

    @Test
    void after_a_payment_an_excess_is_recorded_and_no_balance_is_negative() {
        MemoryLedger x = exampleX()
                .runMonths("2024-04", "2024-09")
                .when(lost("2024-10-16"))
                .when(paid("2024-12-20"))
                .when(base("2024-04-01", 280_000));

        assertThat(x.state(FIRST).balance()).isEqualTo(Yen.ZERO);
        // Six months of 220 yen less, and interest of 2,414.7… yen instead of 2,433.0….
        assertThat(((Closed) x.state(FIRST)).excess()).isEqualTo(new Yen(1_320 + 19));
        x.when(cancelled("base salary of 2024-04-01"));
        assertThat(((Closed) x.state(FIRST)).excess()).isEqualTo(Yen.ZERO);
        assertThat(x.all(FIRST, ExcessRecorded.class)).hasSize(2);
    }

    @Test
    void rejoining_after_a_payment_opens_a_new_account() {
        MemoryLedger x = exampleX()
                .runMonths("2024-04", "2024-09")
                .when(lost("2024-10-16"))
                .when(paid("2024-12-20"))
                .runMonths("2024-10", "2025-01")
                .when(enrolled("2025-02-01", 300_000))
                .runMonths("2025-02", "2025-03")
                .run(new FiscalYear(2024));

        AccountId second = AccountId.ordinary(Facts.MEMBER, Plan.FIRST, 1);
        assertThat(second.ordinal()).isEqualTo(100);
        assertThat(x.all(second, ContributionPosted.class)).hasSize(2);
        assertThat(((Active) x.state(second)).membership().earlierMonths()).isZero();
        assertThat(x.state(FIRST)).isInstanceOf(Closed.class);
    }

    @Test
    void a_base_salary_filed_before_the_loss_was_known_holds_for_somebody_who_is_back() {
        MemoryLedger x = exampleX()
                .runMonths("2024-04", "2025-02")
                .when(base("2025-04-01", 320_000))
                .when(lost("2024-10-16"))
                .when(enrolled("2025-02-20", 300_000))
                .runMonths("2025-03", "2025-04");

        assertThat(x.all(FIRST, ContributionPosted.class).getLast().amount()).isEqualTo(new Yen(3_520));
    }

    @Test
    void what_would_take_away_a_paid_benefit_is_left_to_an_officer() {
        MemoryLedger x = exampleX()
                .runMonths("2024-04", "2024-09")
                .when(lost("2024-10-16"))
                .when(paid("2024-12-20"));

        assertThat(x.record(cancelled("loss of 2024-10-16")))
                .isEqualTo(new Outcome.Refused(
                        Refusal.PAID_ALREADY, "a benefit was paid on 2024-12-20 for what this would take away"));
    }

    @Test
    void a_correction_of_a_filing_that_is_not_known_is_refused() {
        assertThat(exampleX().record(cancelled("nothing")))
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.refusal()).isEqualTo(Refusal.FILING_NOT_IN_EFFECT));
    }

    @Test
    void a_deferral_ends_when_its_day_comes_and_not_only_with_the_months_run() {
        MemoryLedger x = exampleX()
                .runMonths("2024-04", "2024-09")
                .when(lost("2024-10-16"))
                .when(deferred("2024-12-10", "2024-11-05"))
                .comesTo(LocalDate.of(2024, 12, 9));
        assertThat(x.state(FIRST)).isInstanceOf(Deferred.class);

        x.comesTo(LocalDate.of(2024, 12, 10));

        assertThat(x.state(FIRST)).isInstanceOf(Payable.class);
        assertThat(x.all(FIRST, InterestCredited.class).getLast().creditedOn()).isEqualTo("2024-12-10");
        x.when(paid("2024-12-11"));
        assertThat(x.state(FIRST).balance()).isEqualTo(Yen.ZERO);
    }

    @Test
    void the_31_march_credits_since_the_loss_are_made_when_a_deferral_is_recorded_run_or_no_run() {
        MemoryLedger x = exampleX()
                .runMonths("2024-04", "2025-03")
                .when(lost("2024-10-16"))
                .when(deferred(null, "2025-04-10"));

        assertThat(x.all(FIRST, InterestCredited.class).getLast().creditedOn()).isEqualTo("2025-03-31");
        assertThat(x.state(FIRST).balance()).isEqualTo(new Yen(124_496));
        x.run(new FiscalYear(2024));
        assertThat(x.state(FIRST).balance()).isEqualTo(new Yen(124_496));
    }

    @Test
    void a_deferral_of_whoever_left_with_an_old_age_right_goes_on_past_60() {
        MemoryLedger leaver = ledger().born(LocalDate.of(1966, 6, 11))
                .booksThrough(YearMonth.of(2024, 3), new FiscalYear(2023))
                .when(takenOver("2005-04-01", 300_000))
                .when(balance(FIRST, "2024-03-31", 100_000))
                .runMonths("2024-04", "2024-09")
                .when(lost("2024-10-16"))
                .when(deferred(null, "2024-11-20"));

        assertThat(((Deferred) leaver.state(FIRST)).until())
                .as("the right arose on leaving at 58")
                .isNull();
    }

    @Test
    void an_old_age_right_that_lies_ahead_ends_a_deferral() {
        MemoryLedger leaver = ledger().born(LocalDate.of(1976, 6, 11))
                .booksThrough(YearMonth.of(2024, 3), new FiscalYear(2023))
                .when(takenOver("2005-04-01", 300_000))
                .when(balance(FIRST, "2024-03-31", 100_000))
                .runMonths("2024-04", "2024-09")
                .when(lost("2024-10-16"))
                .when(deferred(null, "2024-11-20"));

        assertThat(((Deferred) leaver.state(FIRST)).until()).isEqualTo("2036-06-10");
    }

    @Test
    void months_that_an_asset_carries_count_for_the_right_without_a_month_of_membership() {
        MemoryLedger member = ledger().booksThrough(YearMonth.of(2024, 3), new FiscalYear(2023))
                .when(enrolled("2024-05-02", 300_000))
                .when(transferred("2024-05-10", 1, 200_000, 36))
                .when(lost("2024-05-20"));

        assertThat(member.state(asset(1))).isInstanceOf(Payable.class);
    }

    @Test
    void an_asset_earns_uncapped_before_its_member_joins() {
        MemoryLedger ledger = ledger().booksThrough(YearMonth.of(2024, 3), new FiscalYear(2023))
                .when(transferred("2024-05-10", 1, 1_200_000, 12))
                .runMonths("2024-04", "2025-03")
                .run(new FiscalYear(2024));

        assertThat(ledger.state(asset(1)).balance())
                .as("eleven months at 3.7 %: the cap begins with a loss")
                .isEqualTo(new Yen(1_200_000 + 40_700));
    }

    @Test
    void of_two_base_salaries_that_begin_in_a_month_the_later_day_holds_whichever_was_filed_first() {
        MemoryLedger moveFirst = exampleX()
                .when(moved("2024-10-15", "1000002", new PlanBaseSalary(Plan.FIRST, 340_000)))
                .when(base("2024-10-01", 320_000))
                .runMonths("2024-04", "2024-11");
        MemoryLedger baseFirst = exampleX()
                .when(base("2024-10-01", 320_000))
                .when(moved("2024-10-15", "1000002", new PlanBaseSalary(Plan.FIRST, 340_000)))
                .runMonths("2024-04", "2024-11");

        assertThat(moveFirst.all(FIRST, ContributionPosted.class).getLast().amount())
                .isEqualTo(new Yen(3_740));
        assertThat(moveFirst.state(FIRST)).isEqualTo(baseFirst.state(FIRST));
    }

    @Test
    void a_move_that_becomes_known_after_the_loss_bills_the_months_between() {
        MemoryLedger x = exampleX()
                .runMonths("2024-04", "2024-09")
                .when(lost("2024-10-16"))
                .when(moved("2024-08-10", "1000002", new PlanBaseSalary(Plan.FIRST, 300_000)));

        assertThat(x.state(FIRST)).isInstanceOf(Payable.class);
        assertThat(x.state(FIRST).balance()).isEqualTo(new Yen(122_234));
        assertThat(x.all(FIRST, ContributionPosted.class))
                .filteredOn(posted -> posted.establishment().toString().equals("1000002"))
                .extracting(ContributionPosted::month)
                .containsExactly(YearMonth.of(2024, 8), YearMonth.of(2024, 9));
    }

    @Test
    void a_base_salary_of_a_plan_that_the_establishment_lacks_is_refused() {
        MemoryLedger x = exampleX()
                .runMonths("2024-04", "2024-09")
                .when(moved("2024-10-15", "1000003", new PlanBaseSalary(Plan.SECOND, 10_000)));

        assertThat(x.record(base("2025-04-01", 320_000)))
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.refusal()).isEqualTo(Refusal.PLAN_NOT_OFFERED));
    }

    @Test
    void a_loss_on_the_day_of_acquisition_comes_after_it() {
        MemoryLedger x = exampleX()
                .runMonths("2024-04", "2024-09")
                .when(lost("2024-10-16"))
                .when(enrolled("2024-12-02", 300_000))
                .when(lost("2024-12-02"));

        assertThat(x.state(FIRST)).isInstanceOf(Payable.class);
        Replay.Replayed afresh = Replay.of(Facts.MEMBER, FactsInEffect.of(x.facts()), x.books(), x.right());
        assertThat(afresh.contradictions()).isEmpty();
        assertThat(afresh.accounts())
                .hasEntrySatisfying(FIRST, life -> assertThat(life.state()).isEqualTo(x.state(FIRST)));
    }

    @Test
    void what_is_filed_while_a_loss_waits_for_its_rate_is_decided_with_it() {
        MemoryLedger x = exampleX()
                .runMonths("2024-04", "2025-03")
                .run(new FiscalYear(2024))
                .runMonths("2025-04", "2026-03")
                .run(new FiscalYear(2025))
                .runMonths("2026-04", "2026-07")
                .when(lost("2026-05-11"))
                .when(base("2026-04-01", 320_000))
                .when(enrolled("2026-08-03", 320_000))
                .runMonths("2026-08", "2026-09");
        assertThat(x.state(FIRST)).isInstanceOf(RatePending.class);

        x.approve(2026, "3.0");

        assertThat(x.state(FIRST)).isInstanceOf(Active.class);
        MemoryLedger inTime = exampleX()
                .rate(2026, "3.0")
                .runMonths("2024-04", "2025-03")
                .run(new FiscalYear(2024))
                .runMonths("2025-04", "2026-03")
                .run(new FiscalYear(2025))
                .when(base("2026-04-01", 320_000))
                .runMonths("2026-04", "2026-04")
                .when(lost("2026-05-11"))
                .runMonths("2026-05", "2026-07")
                .when(enrolled("2026-08-03", 320_000))
                .runMonths("2026-08", "2026-09");
        assertThat(x.state(FIRST).balance()).isEqualTo(inTime.state(FIRST).balance());
    }

    @Test
    void a_waiting_ends_on_request_as_a_deferral_does() {
        MemoryLedger x = exampleX()
                .runMonths("2024-04", "2024-09")
                .when(lost("2024-10-16", LossCause.MERGER, "merger", null))
                .runMonths("2024-10", "2025-05")
                .run(new FiscalYear(2024))
                .when(deferralEnded("2025-08-20"));

        assertThat(x.state(FIRST)).isInstanceOf(Payable.class);
        assertThat(x.state(FIRST).balance()).isEqualTo(new Yen(126_779));
    }

    @Test
    void a_loss_that_a_deferral_rests_on_is_not_cancelled() {
        MemoryLedger x = exampleX()
                .runMonths("2024-04", "2024-09")
                .when(lost("2024-10-16"))
                .when(deferred(null, "2024-11-05"));

        assertThat(x.record(cancelled("loss of 2024-10-16"))).isInstanceOf(Outcome.Refused.class);
    }

    @Test
    void only_months_that_earn_less_for_the_cap_are_told_apart() {
        MemoryLedger capped = ledger().booksThrough(YearMonth.of(2024, 3), new FiscalYear(2023))
                .when(takenOver("2023-10-01", 300_000))
                .when(balance(FIRST, "2024-03-31", 100_000))
                .when(transferred("2024-04-01", 1, 1, 12))
                .runMonths("2024-04", "2024-09")
                .when(lost("2024-10-16", LossCause.MERGER, "merger", null))
                .runMonths("2024-10", "2025-03")
                .run(new FiscalYear(2024));
        assertThat(capped.all(FIRST, InterestCredited.class))
                .extracting(InterestCredited::declared, credited -> credited.capped() == null)
                .containsExactly(tuple(new EarnedMonths(7, 89_100), true), tuple(EarnedMonths.NONE, false));

        MemoryLedger uncapped = exampleX()
                .runMonths("2024-04", "2024-09")
                .when(lost("2024-10-16", LossCause.MERGER, "merger", null))
                .runMonths("2024-10", "2025-03")
                .run(new FiscalYear(2024));
        assertThat(uncapped.all(FIRST, InterestCredited.class))
                .extracting(InterestCredited::declared, credited -> credited.capped() == null)
                .containsExactly(tuple(new EarnedMonths(7, 89_100), true), tuple(new EarnedMonths(6, 0), true));
    }

    @Test
    void whoever_is_back_on_the_last_day_of_a_deferral_is_credited_as_a_member_and_not_on_it() {
        MemoryLedger x = exampleX()
                .runMonths("2024-04", "2024-09")
                .when(lost("2024-10-16"))
                .when(deferred("2025-02-10", "2024-11-05"))
                .when(enrolled("2025-02-10", 300_000));

        assertThat(x.state(FIRST)).isInstanceOf(Active.class);
        assertThat(x.all(FIRST, InterestCredited.class))
                .extracting(InterestCredited::creditedOn)
                .containsExactly(LocalDate.of(2024, 10, 15));
    }

    @Test
    void a_benefit_may_be_paid_on_the_last_day_of_its_deferral() {
        MemoryLedger x = exampleX()
                .runMonths("2024-04", "2024-09")
                .when(lost("2024-10-16"))
                .when(deferred("2025-02-10", "2024-11-05"))
                .comesTo(LocalDate.of(2025, 2, 10))
                .when(paid("2025-02-10"))
                .when(base("2024-09-01", 320_000));

        assertThat(x.state(FIRST)).isInstanceOf(Closed.class);
        // 220 yen of September, a yen of interest more on 15 October, and 122,455 yen for five months on 10 February:
        // 1,887.8… yen in place of 1,884.4….
        assertThat(x.state(FIRST).balance()).isEqualTo(new Yen(220 + 1 + 3));
    }

    @Test
    void an_enrolment_that_a_loss_rests_on_is_not_cancelled() {
        MemoryLedger member = ledger().booksThrough(YearMonth.of(2024, 3), new FiscalYear(2023))
                .when(enrolled("2024-05-02", 300_000))
                .runMonths("2024-04", "2024-09")
                .when(lost("2024-10-16"));

        assertThat(member.record(cancelled("enrolment of 2024-05-02")))
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.refusal()).isEqualTo(Refusal.ACCOUNT_NOT_OPEN));
    }
}
