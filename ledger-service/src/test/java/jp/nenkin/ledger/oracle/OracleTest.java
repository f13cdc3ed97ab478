package jp.nenkin.ledger.oracle;

import static jp.nenkin.ledger.oracle.Facts.BOTH;
import static jp.nenkin.ledger.oracle.Facts.ONLY_FIRST;
import static jp.nenkin.ledger.oracle.Facts.ONLY_SECOND;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigInteger;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jp.nenkin.ledger.oracle.Picture.Account;
import jp.nenkin.ledger.oracle.Picture.AccountKey;
import jp.nenkin.ledger.oracle.Picture.Figures;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The fund's worked figures, each by its sentence of the domain rules. */
class OracleTest {
    private static final Map<Integer, Integer> RATES =
            Map.of(2019, 20, 2020, 20, 2021, 23, 2022, 50, 2023, 0, 2024, 37, 2025, 44);

    // Section 2

    @ParameterizedTest
    @CsvSource({"88000, 968", "650000, 7150", "680000, 7480", "710000, 7810", "750000, 8250", "300000, 3300"})
    void plan_1_credits_1_1_percent_of_the_base_salary(long base, long contribution) {
        assertThat(Plan.FIRST.contribution(base)).isEqualTo(contribution);
    }

    @Test
    void plan_2_credits_the_units_and_no_base_salary_gives_half_a_yen() {
        assertThat(Plan.SECOND.contribution(30_000)).isEqualTo(30_000);
        assertThatIllegalArgumentException().isThrownBy(() -> Plan.FIRST.contribution(88_001));
        assertThatIllegalArgumentException().isThrownBy(() -> Plan.FIRST.contribution(0));
    }

    @Test
    void a_base_salary_of_october_holds_from_october() {
        Facts facts = new Facts()
                .acquired("2020-04-01", ONLY_FIRST, 320_000, 0)
                .takenOver("2024-03-31", 1, 0)
                .base("2024-10", Plan.FIRST, 340_000);

        assertThat(figures(facts, 2024).credited()).isEqualTo(43_560);
        assertThat(figures(facts, 2024).base()).isEqualTo(340_000);
    }

    @Test
    void a_late_enrolment_has_its_months_and_its_interest() {
        Account account = first(new Facts().acquired("2024-11-05", ONLY_FIRST, 300_000, 0));

        assertThat(contributionsBefore(account, "2025-04")).isEqualTo(16_500);
        assertThat(account.credit("2025-03-31").interest()).isEqualTo(153);
        assertThat(account.credit("2025-03-31").balance()).isEqualTo(16_653);
    }

    @Test
    void acquired_and_lost_within_one_month_has_no_contribution() {
        Account account =
                first(new Facts().acquired("2024-11-05", ONLY_FIRST, 300_000, 0).lost("2024-11-25"));

        assertThat(account.contributions()).isEmpty();
        assertThat(account.credits()).isEmpty();
        assertThat(account.standing()).isEqualTo(Standing.FROZEN);
    }

    // Section 3

    @Test
    void a_year_of_x() {
        Figures figures = figures(Facts.ofX(), 2024);

        assertThat(figures).isEqualTo(new Figures(key(Plan.FIRST), 100_000, 39_600, 4_494, 144_094, 300_000));
        assertThat(first(Facts.ofX()).credit("2025-03-31").exact())
                .isEqualTo(Fraction.of(BigInteger.valueOf(1_457_400 * 37L), 12_000));
    }

    @Test
    void a_year_of_both_plans_and_their_lump_sum() {
        Facts facts = new Facts().acquired("2015-04-01", BOTH, 300_000, 1_000).takenOver("2024-03-31", 100_000, 50_000);
        assertThat(new Oracle(facts.facts(), books("2025-05", 2024)).figures(2024))
                .containsExactly(
                        new Figures(key(Plan.FIRST), 100_000, 39_600, 4_494, 144_094, 300_000),
                        new Figures(key(Plan.SECOND), 50_000, 12_000, 2_091, 64_091, 1_000));

        Picture lost = picture(facts.lost("2025-04-01"));

        assertThat(lost.account(Plan.FIRST, 0).balance()).isEqualTo(144_094);
        assertThat(lost.account(Plan.SECOND, 0).balance()).isEqualTo(64_091);
        assertThat(lost.lumpSum(0)).isEqualTo(208_200);
        assertThat(lost.account(Plan.FIRST, 0).credits()).hasSize(1);
    }

    @Test
    void may_does_not_leak_into_march() {
        Account through = new Oracle(Facts.ofX().facts(), books("2025-05", 2024))
                .picture()
                .account(Plan.FIRST, 0);

        assertThat(through.contributions()).hasSize(14);
        assertThat(through.credit("2025-03-31").interest()).isEqualTo(4_494);
        assertThat(through.balance()).isEqualTo(144_094 + 6_600);
    }

    @Test
    void the_year_2020_of_the_fund() {
        Facts facts = new Facts().acquired("2010-04-01", ONLY_SECOND, 0, 1_000).takenOver("2019-03-31", 0, 43_999);

        Figures figures = figures(facts, 2019);

        assertThat(figures.interest()).isEqualTo(1_010);
        assertThat(figures.closing()).isEqualTo(57_009);
    }

    @Test
    void the_sum_is_rounded_and_not_its_parts() {
        Facts facts = new Facts()
                .acquired("2015-04-01", ONLY_FIRST, 300_000, 0)
                .takenOver("2024-03-31", 0, 100_010)
                .moved("2025-02-01", ONLY_SECOND, 0, 1_000);

        Account account = picture(facts).account(Plan.SECOND, 0);

        assertThat(account.credit("2025-03-31").interest()).isEqualTo(3_710);
        assertThat(account.credit("2025-03-31").balance()).isEqualTo(105_720);
    }

    @Test
    void a_whole_number_is_not_rounded_up() {
        Account account = picture(new Facts().acquired("2024-04-01", ONLY_SECOND, 0, 2_000))
                .account(Plan.SECOND, 0);

        assertThat(account.credit("2025-03-31").interest()).isEqualTo(481);
        assertThat(account.credit("2025-03-31").balance()).isEqualTo(24_481);
    }

    @Test
    void a_zero_rate_records_a_credit_of_0() {
        Facts facts = new Facts().acquired("2015-04-01", ONLY_FIRST, 300_000, 0).takenOver("2023-03-31", 123_456, 0);

        Account account = first(facts);

        assertThat(account.credit("2024-03-31").interest()).isZero();
        assertThat(account.credit("2024-03-31").balance()).isEqualTo(163_056);
    }

    @Test
    void an_empty_account_has_no_credit() {
        Facts facts = new Facts().acquired("2021-04-10", ONLY_FIRST, 300_000, 0).lost("2021-04-20");

        assertThat(first(facts.acquired("2024-11-05", ONLY_FIRST, 300_000, 0)).credits())
                .containsOnlyKeys(LocalDate.parse("2025-03-31"), LocalDate.parse("2026-03-31"));
    }

    @Test
    void five_years_of_two_plans() {
        Facts facts = new Facts().acquired("2021-04-01", BOTH, 300_000, 1_000);
        Account account = first(facts);

        assertThat(account.credits().values().stream().map(Picture.Credit::balance))
                .containsExactly(40_094L, 82_772L, 122_372L, 167_294L, 215_199L);
    }

    @Test
    void a_loss_in_october_is_credited_the_day_before() {
        Account account = first(Facts.ofX().lost("2024-10-16"));

        assertThat(account.credit("2024-10-15").interest()).isEqualTo(2_434);
        assertThat(account.balance()).isEqualTo(122_234);
        assertThat(account.credits()).hasSize(1);
        assertThat(account.standing()).isEqualTo(Standing.PAYABLE);
    }

    @Test
    void the_month_of_a_loss_counts_in_both_periods_by_the_wording() {
        TrueFacts deferred =
                Facts.ofX().lost("2024-10-16").deferred("2024-11-20", null).facts();
        Terms noOverlap = Terms.OF_THE_FUND.counting(Terms.MonthCount.NO_OVERLAP);

        Account literal = new Oracle(deferred, books("2026-03", 2024)).picture().account(Plan.FIRST, 0);
        Account once = new Oracle(deferred, books("2026-03", 2024), noOverlap)
                .picture()
                .account(Plan.FIRST, 0);

        assertThat(literal.credit("2025-03-31").interest()).isEqualTo(2_262);
        assertThat(once.credit("2024-10-15").interest()).isEqualTo(2_434);
        assertThat(once.credit("2025-03-31").interest()).isEqualTo(1_885);
    }

    @Test
    void back_after_four_days_october_counts_six_months() {
        Account account = first(Facts.ofX().lost("2024-10-16").acquired("2024-10-20", ONLY_FIRST, 300_000, 0));

        assertThat(account.credit("2024-10-15").balance()).isEqualTo(122_234);
        assertThat(account.credit("2025-03-31").interest()).isEqualTo(2_476);
        assertThat(account.credit("2025-03-31").balance()).isEqualTo(144_510);
        assertThat(account.contributions()).containsKey(YearMonth.parse("2024-10"));
    }

    @Test
    void who_is_born_on_1_april_is_lost_at_65_on_31_march() {
        Facts facts = Facts.ofX().born("1960-04-01");

        Account account = first(facts);
        Account deferred = first(facts.lost("2025-03-31", Cause.AGE_65).deferred("2025-05-10", null));

        assertThat(account.credit("2025-03-30").interest()).isEqualTo(4_484);
        assertThat(account.balance()).isEqualTo(140_784);
        assertThat(deferred.credit("2025-03-31").interest()).isEqualTo(435);
        assertThat(deferred.standing()).isEqualTo(Standing.DEFERRED);
    }

    @Test
    void lost_on_1_april_has_exactly_one_credit_on_31_march() {
        Account account = first(Facts.ofX().lost("2025-04-01").deferred("2025-05-10", null));

        assertThat(account.credits()).containsOnlyKeys(LocalDate.parse("2025-03-31"), LocalDate.parse("2026-03-31"));
        assertThat(account.credit("2025-03-31").interest()).isEqualTo(4_494);
    }

    @Test
    void a_loss_in_a_year_without_a_rate_is_pending_until_it_is_approved() {
        TrueFacts lost = Facts.ofX().lost("2025-04-16").facts();
        Books without = new Books(YearMonth.parse("2025-03"), 2024, Map.of(2024, 37), LocalDate.parse("2025-04-30"));
        Books with = new Books(without.contributionsThrough(), 2024, RATES, without.today());

        Account pending = new Oracle(lost, without).picture().account(Plan.FIRST, 0);
        Account credited = new Oracle(lost, with).picture().account(Plan.FIRST, 0);

        assertThat(pending.standing()).isEqualTo(Standing.RATE_PENDING);
        assertThat(pending.balance()).isEqualTo(144_094);
        assertThat(credited.standing()).isEqualTo(Standing.PAYABLE);
        assertThat(credited.credits()).containsKey(LocalDate.parse("2025-04-15"));
    }

    @Test
    void outside_membership_the_rate_is_capped_by_month() {
        Facts facts = new Facts()
                .acquired("2023-10-01", ONLY_FIRST, 300_000, 0)
                .takenOver("2024-03-31", 100_000, 0)
                .asset("2023-11-10", 1, 50_000, 1)
                .lost("2024-10-16")
                .acquired("2025-01-10", ONLY_FIRST, 300_000, 0);

        Account account = first(facts);

        assertThat(account.credit("2024-10-15").balance()).isEqualTo(122_234);
        assertThat(account.credit("2025-03-31").interest()).isEqualTo(1_956);
    }

    @Test
    void who_joined_a_day_earlier_is_not_capped() {
        Facts facts = new Facts()
                .acquired("2023-09-30", ONLY_FIRST, 300_000, 0)
                .takenOver("2024-03-31", 100_000, 0)
                .asset("2023-11-10", 1, 50_000, 1)
                .lost("2024-10-16")
                .deferred("2024-11-20", null);

        assertThat(first(facts).credit("2025-03-31").interest()).isEqualTo(2_262);
    }

    // Section 4

    @Test
    void a_frozen_balance_is_restored_and_frozen_months_do_not_count() {
        Facts facts = new Facts().acquired("2023-04-01", ONLY_FIRST, 300_000, 0).lost("2024-10-16");
        assertThat(first(facts).balance()).isEqualTo(60_530);
        assertThat(first(facts).standing()).isEqualTo(Standing.FROZEN);

        Account back = first(facts.acquired("2025-02-10", ONLY_FIRST, 300_000, 0));

        assertThat(back.credit("2025-03-31").interest()).isEqualTo(404);
        assertThat(back.credit("2025-03-31").balance()).isEqualTo(67_534);
    }

    @Test
    void claimed_without_a_deferral_is_the_balance_at_loss() {
        Picture picture = picture(Facts.ofX().lost("2024-10-16").paid("2025-05-20"));

        assertThat(picture.lumpSum(0)).isEqualTo(122_300);
        assertThat(picture.account(Plan.FIRST, 0).standing()).isEqualTo(Standing.CLOSED);
        assertThat(picture.account(Plan.FIRST, 0).paidOut()).isEqualTo(122_234);
        assertThat(picture.account(Plan.FIRST, 0).balance()).isZero();
    }

    @Test
    void a_deferral_is_credited_at_its_end() {
        Picture picture = picture(Facts.ofX().lost("2024-10-16").deferred("2025-05-20", "2025-08-20"));
        Account account = picture.account(Plan.FIRST, 0);

        assertThat(account.credit("2025-03-31").balance()).isEqualTo(124_496);
        assertThat(account.credit("2025-08-20").balance()).isEqualTo(126_779);
        assertThat(picture.lumpSum(0)).isEqualTo(126_800);
        assertThat(account.standing()).isEqualTo(Standing.PAYABLE);
    }

    @Test
    void a_payable_person_who_is_back_counts_as_waiting_since_the_loss() {
        Facts facts = Facts.ofX().lost("2024-10-16");
        assertThat(first(facts).credits()).hasSize(1);

        Account back = first(facts.acquired("2025-06-05", ONLY_FIRST, 300_000, 0));

        assertThat(back.credit("2025-03-31").balance()).isEqualTo(124_496);
    }

    @Test
    void on_returning_the_31_march_credits_are_made_run_or_no_run() {
        Books beforeTheRun = new Books(YearMonth.parse("2025-03"), 2023, RATES, LocalDate.parse("2025-04-20"));
        Facts lost = Facts.ofX().lost("2024-10-16");

        Account payable = new Oracle(lost.facts(), beforeTheRun).picture().account(Plan.FIRST, 0);
        Account back = new Oracle(
                        lost.acquired("2025-04-10", ONLY_FIRST, 300_000, 0).facts(), beforeTheRun)
                .picture()
                .account(Plan.FIRST, 0);

        assertThat(payable.credits()).hasSize(1);
        assertThat(back.credit("2025-03-31").balance()).isEqualTo(124_496);
    }

    @Test
    void a_loss_settles_its_months_and_earlier_31_marches_at_once() {
        Books beforeTheRuns = new Books(YearMonth.parse("2025-02"), 2023, RATES, LocalDate.parse("2025-05-20"));
        TrueFacts lost = Facts.ofX().lost("2025-05-16").facts();

        Account account = new Oracle(lost, beforeTheRuns).picture().account(Plan.FIRST, 0);

        // 144,094 for April and May, April's 3,300 for two months, at 4.4 %: 1,080.89
        assertThat(account.credit("2025-03-31").balance()).isEqualTo(144_094);
        assertThat(account.credit("2025-05-15").interest()).isEqualTo(1_081);
    }

    @Test
    void waiting_is_credited_by_the_runs_and_an_open_deferral_is_its_balance() {
        Picture picture = picture(Facts.ofX().lost("2024-10-16").deferred("2025-05-20", null));

        // 124,496 at 4.4 %: 5,477.82
        assertThat(picture.account(Plan.FIRST, 0).balance()).isEqualTo(129_974);
        assertThat(picture.account(Plan.FIRST, 0).standing()).isEqualTo(Standing.DEFERRED);
        assertThat(picture.lumpSum(0)).isEqualTo(130_000);
    }

    @Test
    void an_old_age_right_after_a_merger_is_credited_on_its_day() {
        Facts facts = new Facts()
                .born("1965-06-11")
                .acquired("2005-04-01", ONLY_FIRST, 300_000, 0)
                .takenOver("2024-03-31", 100_000, 0)
                .lost("2024-10-16", Cause.MERGER);

        Account account = first(facts);

        assertThat(account.credit("2025-03-31").interest()).isEqualTo(2_262);
        assertThat(account.credit("2025-06-10").interest()).isEqualTo(1_370);
        assertThat(account.balance()).isEqualTo(125_866);
        assertThat(account.standing()).isEqualTo(Standing.PAYABLE);
    }

    @Test
    void with_119_months_a_merger_makes_wait_on() {
        Facts facts = new Facts()
                .born("1965-06-11")
                .acquired("2014-11-01", ONLY_FIRST, 300_000, 0)
                .takenOver("2024-03-31", 100_000, 0)
                .lost("2024-10-16", Cause.MERGER);

        assertThat(first(facts).credits())
                .containsOnlyKeys(
                        LocalDate.parse("2024-10-15"), LocalDate.parse("2025-03-31"), LocalDate.parse("2026-03-31"));
        assertThat(first(facts).standing()).isEqualTo(Standing.WAITING);
    }

    @Test
    void a_retirement_at_50_with_120_months_has_the_old_age_right_and_no_credit_of_its_own() {
        Facts facts = new Facts()
                .born("1970-06-11")
                .acquired("2005-04-01", ONLY_FIRST, 300_000, 0)
                .takenOver("2024-03-31", 100_000, 0)
                .lost("2024-10-16");

        assertThat(first(facts).credits()).hasSize(1);
        assertThat(first(facts.deferred("2024-12-01", null)).standing()).isEqualTo(Standing.DEFERRED);
    }

    @Test
    void a_deferral_ends_at_the_old_age_right() {
        Facts facts = new Facts()
                .born("1975-06-11")
                .acquired("2005-04-01", ONLY_FIRST, 300_000, 0)
                .takenOver("2024-03-31", 100_000, 0)
                .lost("2024-10-16")
                .deferred("2024-12-01", null);
        Books late = new Books(YearMonth.parse("2036-03"), 2035, everyYear(37), LocalDate.parse("2036-05-01"));

        Account account = new Oracle(facts.facts(), late).picture().account(Plan.FIRST, 0);

        assertThat(account.credits().lastKey()).isEqualTo(LocalDate.parse("2035-06-10"));
        assertThat(account.standing()).isEqualTo(Standing.PAYABLE);
    }

    @Test
    void months_of_both_periods_are_the_union_of_calendar_months() {
        Facts thirtyFive = new Facts()
                .acquired("2021-04-01", ONLY_FIRST, 300_000, 0)
                .lost("2022-10-16")
                .acquired("2022-10-20", ONLY_FIRST, 300_000, 0)
                .lost("2024-03-10");
        Facts thirtySix = new Facts()
                .acquired("2021-04-01", ONLY_FIRST, 300_000, 0)
                .lost("2022-10-16")
                .acquired("2022-10-20", ONLY_FIRST, 300_000, 0)
                .lost("2024-04-10");

        assertThat(first(thirtyFive).standing()).isEqualTo(Standing.FROZEN);
        assertThat(first(thirtySix).standing()).isEqualTo(Standing.PAYABLE);
    }

    @Test
    void after_a_payment_a_new_account_opens_and_nothing_is_combined() {
        Picture picture = picture(Facts.ofX()
                .lost("2024-10-16")
                .paid("2024-12-10")
                .acquired("2025-01-10", ONLY_FIRST, 300_000, 0)
                .lost("2025-10-01"));

        assertThat(picture.account(new AccountKey(0, Plan.FIRST, 0)).standing()).isEqualTo(Standing.CLOSED);
        Account second = picture.account(new AccountKey(1, Plan.FIRST, 0));
        assertThat(second.standing()).isEqualTo(Standing.FROZEN);
        assertThat(second.credit("2025-03-31").balance()).isEqualTo(9_900 + 62);
    }

    @Test
    void a_move_is_no_loss_and_a_plan_that_the_new_establishment_lacks_earns_on() {
        Facts facts = new Facts()
                .acquired("2015-04-01", BOTH, 300_000, 1_000)
                .takenOver("2024-03-31", 100_000, 50_000)
                .moved("2024-10-16", ONLY_FIRST, 0, 0);

        Picture picture = picture(facts);

        assertThat(picture.account(Plan.FIRST, 0).credit("2025-03-31").balance())
                .isEqualTo(144_094);
        Account second = picture.account(Plan.SECOND, 0);
        assertThat(contributionsBefore(second, "2025-04")).isEqualTo(6_000);
        // 50,000 for 12 months, six months of 1,000 for 12 to 7 months, at 3.7 %: 657,000 × 3.7 % / 12 = 2,025.75
        assertThat(second.credit("2025-03-31").interest()).isEqualTo(2_026);
        assertThat(second.standing()).isEqualTo(Standing.ACTIVE);
    }

    @Test
    void lost_and_acquired_on_one_day_is_a_move() {
        Facts facts = Facts.ofX().lost("2024-10-16").acquired("2024-10-16", BOTH, 300_000, 2_000);

        Picture picture = picture(facts);

        assertThat(picture.account(Plan.FIRST, 0).credit("2025-03-31").balance())
                .isEqualTo(144_094);
        assertThat(picture.account(Plan.FIRST, 0).credits()).hasSize(2);
        assertThat(contributionsBefore(picture.account(Plan.SECOND, 0), "2025-04"))
                .isEqualTo(12_000);
    }

    // Section 5

    @Test
    void an_asset_has_its_own_yen_rounding_and_shares_the_rounding_of_the_lump_sum() {
        Facts facts = Facts.ofX().asset("2024-06-15", 1, 100_001, 5).lost("2025-04-01");

        Picture picture = picture(facts);

        // 100,001 for June to March, ten months, at 3.7 %: 3,083.36
        assertThat(picture.account(Plan.FIRST, 1).credit("2025-03-31").interest())
                .isEqualTo(3_084);
        assertThat(picture.account(Plan.FIRST, 1).balance()).isEqualTo(103_085);
        assertThat(picture.lumpSum(0)).isEqualTo(247_200);
    }

    @Test
    void with_an_asset_one_month_is_enough() {
        Facts facts = new Facts()
                .acquired("2024-11-05", ONLY_FIRST, 300_000, 0)
                .asset("2024-11-20", 1, 100_000, 0)
                .lost("2024-12-10");

        assertThat(picture(facts).account(Plan.FIRST, 0).standing()).isEqualTo(Standing.PAYABLE);
        assertThat(picture(facts).account(Plan.FIRST, 1).standing()).isEqualTo(Standing.PAYABLE);
    }

    @Test
    void an_asset_brought_in_before_joining_is_waiting_and_credited_each_31_march() {
        Facts facts = new Facts().asset("2024-06-15", 1, 100_000, 5);
        assertThat(picture(facts).account(Plan.FIRST, 1).standing()).isEqualTo(Standing.WAITING);

        Account account =
                picture(facts.acquired("2025-05-10", ONLY_FIRST, 300_000, 0)).account(Plan.FIRST, 1);

        assertThat(account.credit("2025-03-31").interest()).isEqualTo(3_084);
        assertThat(account.standing()).isEqualTo(Standing.ACTIVE);
    }

    // Section 6

    @Test
    void a_base_salary_corrected_from_october() {
        Facts facts = Facts.ofX().base("2024-10", Plan.FIRST, 320_000);

        assertThat(figures(facts, 2024))
                .isEqualTo(new Figures(key(Plan.FIRST), 100_000, 40_920, 4_508, 145_428, 320_000));
        assertThat(figures(facts, 2025))
                .isEqualTo(new Figures(key(Plan.FIRST), 145_428, 42_240, 7_406, 195_074, 320_000));
    }

    @Test
    void a_correction_after_payment_leaves_a_shortfall_or_an_excess() {
        Picture paid = picture(Facts.ofX().lost("2024-10-16").paid("2025-05-20"));
        Picture more = picture(Facts.ofX()
                .base("2024-04", Plan.FIRST, 320_000)
                .lost("2024-10-16")
                .paid("2025-05-20"));

        // 1,320 more in six months and their interest: 122,234 → 123,560
        assertThat(paid.shortfallIn(more, 0)).isEqualTo(Map.of(Plan.FIRST, 1_300L, Plan.SECOND, 0L));
        assertThat(more.shortfallIn(paid, 0)).isEqualTo(Map.of(Plan.FIRST, -1_300L, Plan.SECOND, 0L));
    }

    @ParameterizedTest
    @CsvSource({
        "1960-04-01, 2025-03-31",
        "1963-06-15, 2028-06-14",
        "1960-02-29, 2025-02-28",
        "1959-02-28, 2024-02-27",
        "1959-03-01, 2024-02-29"
    })
    void an_age_is_attained_the_day_before_the_birthday(LocalDate born, LocalDate at65) {
        assertThat(FiscalYears.attained(65, born)).isEqualTo(at65);
    }

    @Test
    void facts_that_contradict_each_other_are_refused() {
        Facts twice = Facts.ofX().acquired("2024-10-20", ONLY_FIRST, 300_000, 0);
        Facts paidWhileMember = Facts.ofX().paid("2024-10-20");

        assertThatIllegalArgumentException().isThrownBy(twice::facts);
        assertThatIllegalArgumentException().isThrownBy(paidWhileMember::facts);
    }

    private static AccountKey key(Plan plan) {
        return new AccountKey(0, plan, 0);
    }

    private static Figures figures(Facts facts, int year) {
        List<Figures> rows = new Oracle(facts.facts(), books("2026-05", 2025)).figures(year);
        assertThat(rows).hasSize(1);
        return rows.getFirst();
    }

    private static Account first(Facts facts) {
        return picture(facts).account(Plan.FIRST, 0);
    }

    private static Picture picture(Facts facts) {
        return new Oracle(facts.facts(), books("2026-03", 2025)).picture();
    }

    private static Books books(String through, int creditedThrough) {
        YearMonth month = YearMonth.parse(through);
        return new Books(month, creditedThrough, RATES, LocalDate.of(2026, 5, 1));
    }

    private static Map<Integer, Integer> everyYear(int tenths) {
        Map<Integer, Integer> rates = new HashMap<>();
        for (int year = 2020; year < 2040; year++) {
            rates.put(year, tenths);
        }
        return rates;
    }

    private static long contributionsBefore(Account account, String month) {
        return account.contributions().headMap(YearMonth.parse(month)).values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }
}
