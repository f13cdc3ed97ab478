package jp.nenkin.ledger.benefit;

import static jp.nenkin.ledger.membership.Facts.FIRST;
import static jp.nenkin.ledger.membership.Facts.MEMBER;
import static jp.nenkin.ledger.membership.Facts.SECOND;
import static jp.nenkin.ledger.membership.Facts.asset;
import static jp.nenkin.ledger.membership.Facts.balance;
import static jp.nenkin.ledger.membership.Facts.base;
import static jp.nenkin.ledger.membership.Facts.deferred;
import static jp.nenkin.ledger.membership.Facts.enrolled;
import static jp.nenkin.ledger.membership.Facts.filing;
import static jp.nenkin.ledger.membership.Facts.lost;
import static jp.nenkin.ledger.membership.Facts.takenOver;
import static jp.nenkin.ledger.membership.Facts.transferred;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import jp.nenkin.events.BenefitQuoted.PlanQuote;
import jp.nenkin.events.FilingType;
import jp.nenkin.events.LossCause;
import jp.nenkin.events.MemberTakenOver;
import jp.nenkin.events.Plan;
import jp.nenkin.events.PlanBaseSalary;
import jp.nenkin.events.QuoteBasis;
import jp.nenkin.ledger.account.AccountState.Deferred;
import jp.nenkin.ledger.account.AccountState.Early;
import jp.nenkin.ledger.account.AccountState.Payable;
import jp.nenkin.ledger.account.PlanData;
import jp.nenkin.ledger.account.Refusal;
import jp.nenkin.ledger.benefit.Entitlement.Due;
import jp.nenkin.ledger.benefit.Estimate.Kind;
import jp.nenkin.ledger.benefit.Estimate.Rules;
import jp.nenkin.ledger.benefit.Estimate.Trial;
import jp.nenkin.ledger.benefit.Prospect.Benefit;
import jp.nenkin.ledger.interest.CreditingRate;
import jp.nenkin.ledger.membership.MemberFact.Deferral;
import jp.nenkin.ledger.membership.MemberFact.Told;
import jp.nenkin.ledger.membership.MemoryLedger;
import jp.nenkin.ledger.money.FiscalYear;
import jp.nenkin.ledger.money.Yen;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What leaving, deferring and being paid would come to: the worked figures. */
class EstimateTest {
    private static MemoryLedger ledger() {
        return new MemoryLedger(MEMBER, PlanData.read()).rate(2024, "3.7").rate(2025, "4.4");
    }

    private static MemoryLedger exampleX() {
        return ledger().booksThrough(YearMonth.of(2024, 3), new FiscalYear(2023))
                .when(takenOver("2015-04-01", 300_000))
                .when(balance(FIRST, "2024-03-31", 100_000));
    }

    private static Estimate tried(MemoryLedger ledger, Kind kind, String on, @Nullable String until) {
        return tried(ledger, trial(kind, on, until, null));
    }

    private static Estimate tried(MemoryLedger ledger, Trial trial) {
        return Estimate.of(MEMBER, ledger.facts(), trial, new Rules(ledger.books(), ledger.right()));
    }

    private static Trial trial(Kind kind, String on, @Nullable String until, @Nullable String rate) {
        return new Trial(
                kind,
                LocalDate.parse(on),
                LossCause.RETIREMENT,
                until == null ? null : LocalDate.parse(until),
                rate == null ? null : CreditingRate.parse(rate));
    }

    private static Due due(Estimate estimate) {
        assertThat(estimate.contradictions()).isEmpty();
        assertThat(estimate.entitlement()).isInstanceOf(Due.class);
        return (Due) estimate.entitlement();
    }

    @Test
    void example_x_leaving_on_16_october_is_owed_122_300() {
        Due due = due(tried(exampleX(), Kind.LEAVING, "2024-10-16", null));
        assertThat(due.basis()).isEqualTo(QuoteBasis.LOSS);
        assertThat(due.asOf()).isEqualTo("2024-10-15");
        assertThat(due.months()).isEqualTo(114);
        assertThat(due.plans().getFirst().accounts().getFirst().interest()).isEqualTo(2_434);
        assertThat(due.plans().getFirst().balance()).isEqualTo(122_234);
        assertThat(due.total()).isEqualTo(122_300);
    }

    @Test
    void example_x_in_both_plans_leaving_on_1_april_2025_is_owed_144_100_and_64_100() {
        MemoryLedger ledger = ledger().booksThrough(YearMonth.of(2024, 3), new FiscalYear(2023))
                .when(new Told(new MemberTakenOver(
                        MEMBER.toString(),
                        "1000001",
                        LocalDate.of(2015, 4, 1),
                        List.of(),
                        List.of(new PlanBaseSalary(Plan.FIRST, 300_000), new PlanBaseSalary(Plan.SECOND, 1_000)),
                        List.of(),
                        filing(FilingType.TAKE_OVER, "take-over"))))
                .when(balance(FIRST, "2024-03-31", 100_000))
                .when(balance(SECOND, "2024-03-31", 50_000));
        Due due = due(tried(ledger, Kind.LEAVING, "2025-04-01", null));
        assertThat(due.plans()).extracting(PlanQuote::balance).containsExactly(144_094L, 64_091L);
        assertThat(due.plans()).extracting(PlanQuote::lumpSum).containsExactly(144_100L, 64_100L);
        assertThat(due.total()).isEqualTo(208_200);
    }

    @Test
    void example_x_deferring_to_20_august_2025_is_owed_126_800() {
        Due due = due(tried(exampleX(), Kind.DEFERRAL, "2024-10-16", "2025-08-20"));
        assertThat(due.basis()).isEqualTo(QuoteBasis.END);
        assertThat(due.plans().getFirst().balance()).isEqualTo(126_779);
        assertThat(due.total()).isEqualTo(126_800);
    }

    @Test
    void a_deferral_on_record_is_ended_by_a_payment_or_goes_on() {
        MemoryLedger ledger = exampleX().when(lost("2024-10-16")).when(deferred(null, "2024-11-01"));
        assertThat(due(tried(ledger, Kind.PAYMENT, "2025-08-20", null)).total()).isEqualTo(126_800);
        assertThat(due(tried(ledger, Kind.DEFERRAL, "2024-10-16", "2025-08-20")).total())
                .isEqualTo(126_800);
        assertThat(ledger.events(FIRST)).hasSize(exampleXWithDeferral());
    }

    private static int exampleXWithDeferral() {
        return exampleX()
                .when(lost("2024-10-16"))
                .when(deferred(null, "2024-11-01"))
                .events(FIRST)
                .size();
    }

    @Test
    void a_year_without_a_rate_is_credited_at_the_assumed_one_and_named() {
        Estimate estimate = tried(exampleX(), trial(Kind.DEFERRAL, "2024-10-16", "2026-10-20", "2.5"));
        assertThat(due(estimate).basis()).isEqualTo(QuoteBasis.END);
        assertThat(estimate.assumed()).containsExactly(2026);
        assertThat(BenefitStanding.awaited(tried(exampleX(), trial(Kind.DEFERRAL, "2024-10-16", "2026-10-20", null))
                        .accounts()))
                .contains(2026);
    }

    @Test
    void each_plan_is_rounded_up_by_itself_with_its_assets() {
        MemoryLedger ledger = exampleX().when(transferred("2024-10-01", 1, 50, 24));
        List<PlanQuote> plans =
                due(tried(ledger, Kind.LEAVING, "2024-10-16", null)).plans();
        assertThat(plans).hasSize(1);
        assertThat(plans.getFirst().plan()).isEqualTo(Plan.FIRST);
        assertThat(plans.getFirst().accounts()).hasSize(2);
        // 122,234, the asset of 50 and one yen of its interest.
        assertThat(plans.getFirst().balance()).isEqualTo(122_285);
        assertThat(plans.getFirst().lumpSum()).isEqualTo(122_300);
        assertThat(ledger.balance(asset(1), LocalDate.of(2024, 10, 15)).amount())
                .isEqualTo(50);
    }

    @Test
    void a_right_takes_36_months_or_one_with_an_asset() {
        MemoryLedger months35 = ledger().when(enrolled("2022-05-01", 300_000));
        Estimate short35 = tried(months35, trial(Kind.LEAVING, "2025-04-01", null, "1.0"));
        assertThat(short35.entitlement()).isInstanceOf(Entitlement.Nothing.class);
        Prospect prospect = Prospect.of(short35.accounts(), months35.right());
        assertThat(prospect.right()).isFalse();
        assertThat(prospect.months()).isEqualTo(35);
        assertThat(prospect.monthsNeeded()).isEqualTo(36);
        Estimate full36 = tried(months35, trial(Kind.LEAVING, "2025-05-01", null, "1.0"));
        assertThat(Prospect.of(full36.accounts(), months35.right()).benefit()).isEqualTo(Benefit.WITHDRAWAL_LUMP_SUM);
        MemoryLedger withAsset = months35.when(transferred("2022-06-01", 1, 10_000, 24));
        assertThat(Prospect.of(
                                tried(withAsset, trial(Kind.LEAVING, "2022-07-01", null, "1.0"))
                                        .accounts(),
                                withAsset.right())
                        .right())
                .isTrue();
    }

    @Test
    void from_120_months_an_old_age_benefit_is_paid_at_60_or_from_50_on_leaving() {
        MemoryLedger ledger = ledger().booksThrough(YearMonth.of(2024, 3), new FiscalYear(2023))
                .when(takenOver("2005-04-01", 300_000))
                .when(balance(FIRST, "2024-03-31", 100_000));
        assertThat(oldAge(ledger.born(LocalDate.of(1974, 10, 17)))).isEqualTo("2024-10-16");
        assertThat(oldAge(ledger.born(LocalDate.of(1974, 10, 18)))).isEqualTo("2034-10-17");
        assertThat(AnnuityData.read().of(122_234))
                .extracting(AnnuityTerms.Annuity::monthly)
                .containsExactly(2_138L, 1_121L, 784L);
    }

    private static @Nullable LocalDate oldAge(MemoryLedger ledger) {
        Estimate estimate = tried(ledger, Kind.LEAVING, "2024-10-16", null);
        Prospect prospect = Prospect.of(estimate.accounts(), ledger.right());
        assertThat(prospect.benefit()).isEqualTo(Benefit.OLD_AGE);
        return prospect.oldAgeFrom();
    }

    @Test
    void a_loss_that_cannot_be_is_contradicted() {
        assertThat(tried(exampleX(), Kind.LEAVING, "2014-10-16", null).contradictions())
                .isNotEmpty();
    }

    @Test
    void leaving_alone_defers_nothing() {
        Estimate estimate = tried(exampleX(), Kind.LEAVING, "2024-10-16", null);

        assertThat(estimate.accounts().of(FIRST)).isInstanceOf(Payable.class);
    }

    @Test
    void the_interest_of_the_day_is_that_of_the_last_crediting() {
        Due due = due(tried(exampleX(), Kind.LEAVING, "2025-10-16", null));

        // 144,094 for seven months and 3,300 for 27 months at 4.4 %: 4,025.1… yen; 4,494 of March are behind it.
        assertThat(due.plans().getFirst().accounts().getFirst().interest()).isEqualTo(4_026);
    }

    @Test
    void a_base_salary_on_record_for_a_time_after_the_loss_contradicts_nothing() {
        MemoryLedger x = exampleX().when(base("2025-04-01", 320_000));

        assertThat(due(tried(x, Kind.LEAVING, "2024-10-16", null)).total()).isEqualTo(122_300);
    }

    @Test
    void without_a_right_there_is_nothing_to_defer() {
        MemoryLedger member = ledger().when(enrolled("2024-04-01", 300_000));

        assertThat(tried(member, Kind.DEFERRAL, "2024-10-16", null).contradictions())
                .singleElement()
                .satisfies(each -> assertThat(each.fact()).isInstanceOf(Deferral.class));
    }

    @Test
    void who_has_left_cannot_leave_again_and_the_deferral_goes_on() {
        MemoryLedger x = exampleX().when(lost("2024-10-16")).when(deferred(null, "2024-11-01"));

        Estimate again = tried(x, Kind.LEAVING, "2024-12-02", null);

        assertThat(again.contradictions())
                .singleElement()
                .satisfies(each -> assertThat(each.refusal()).isEqualTo(Refusal.MEMBERSHIP_ALREADY_ENDED));
        assertThat(again.accounts().of(FIRST)).isInstanceOf(Deferred.class);
    }

    @Test
    void a_deferral_on_record_that_is_open_goes_on_being_open() {
        MemoryLedger x = exampleX().when(lost("2024-10-16")).when(deferred(null, "2024-11-01"));

        assertThat(due(tried(x, Kind.DEFERRAL, "2024-12-02", null)).basis()).isEqualTo(QuoteBasis.LOSS);
    }

    @Test
    void who_has_left_defers_from_the_last_loss_whatever_day_is_tried() {
        MemoryLedger x = exampleX().when(lost("2024-10-16"));
        assertThat(due(tried(x, Kind.DEFERRAL, "2024-12-02", "2025-08-20")).total())
                .isEqualTo(126_800);

        MemoryLedger twice = exampleX()
                .when(lost("2024-10-16"))
                .when(enrolled("2024-10-20", 300_000))
                .when(lost("2025-04-01"));
        // 144,510 yen for five months at 4.4 %: 2,649.3… yen.
        assertThat(due(tried(twice, Kind.DEFERRAL, "2024-10-18", "2025-08-20"))
                        .plans()
                        .getFirst()
                        .balance())
                .isEqualTo(144_510 + 2_650);
    }

    @Test
    void an_asset_that_came_after_the_loss_is_no_deferral_of_the_benefit() {
        MemoryLedger x = exampleX().when(lost("2024-10-16")).when(transferred("2024-11-01", 1, 500_000, 12));

        Estimate deferring = tried(x, Kind.DEFERRAL, "2024-12-02", "2025-08-20");

        assertThat(deferring.contradictions()).isEmpty();
        assertThat(deferring.accounts().of(FIRST).balance()).isEqualTo(new Yen(126_779));
        assertThat(deferring.accounts().of(asset(1))).isInstanceOf(Early.class);
    }

    @Test
    void who_awaits_the_balance_of_a_former_system_is_a_member_and_leaves_only_with_it() {
        MemoryLedger awaiting = ledger().when(takenOver("2015-04-01", 300_000));

        assertThat(tried(awaiting, Kind.PAYMENT, "2024-12-02", null).contradictions())
                .singleElement()
                .satisfies(each -> assertThat(each.refusal()).isEqualTo(Refusal.BALANCE_AWAITED));
    }

    @Test
    void the_assumed_rate_holds_to_the_last_of_the_days_that_are_tried() {
        Estimate estimate = tried(exampleX(), trial(Kind.LEAVING, "2026-05-11", "2025-01-01", "2.5"));

        assertThat(due(estimate).asOf()).isEqualTo("2026-05-10");
        assertThat(estimate.assumed()).containsExactly(2026);
    }
}
