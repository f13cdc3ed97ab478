package jp.nenkin.ledger.explain;

import static java.util.Objects.requireNonNull;
import static jp.nenkin.ledger.membership.Facts.FIRST;
import static jp.nenkin.ledger.membership.Facts.asset;
import static jp.nenkin.ledger.membership.Facts.balance;
import static jp.nenkin.ledger.membership.Facts.base;
import static jp.nenkin.ledger.membership.Facts.cancelled;
import static jp.nenkin.ledger.membership.Facts.deferred;
import static jp.nenkin.ledger.membership.Facts.enrolled;
import static jp.nenkin.ledger.membership.Facts.lost;
import static jp.nenkin.ledger.membership.Facts.paid;
import static jp.nenkin.ledger.membership.Facts.takenOver;
import static jp.nenkin.ledger.membership.Facts.transferred;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import jp.nenkin.ledger.account.PlanData;
import jp.nenkin.ledger.explain.Figures.AccountExplanation;
import jp.nenkin.ledger.explain.Figures.Credit;
import jp.nenkin.ledger.explain.Figures.Fraction;
import jp.nenkin.ledger.explain.Figures.MonthRate;
import jp.nenkin.ledger.explain.Figures.Months;
import jp.nenkin.ledger.explain.Figures.Part;
import jp.nenkin.ledger.explain.Figures.PartKind;
import jp.nenkin.ledger.explain.Figures.PostedEvent;
import jp.nenkin.ledger.explain.Figures.Subject;
import jp.nenkin.ledger.explain.Figures.SubjectKind;
import jp.nenkin.ledger.membership.Facts;
import jp.nenkin.ledger.membership.MemoryLedger;
import jp.nenkin.ledger.money.FiscalYear;
import org.junit.jupiter.api.Test;

/** The fund's worked figures, explained. */
class ExplanationTest {
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

    private static AccountExplanation explained(MemoryLedger ledger, String asOf) {
        AccountExplanation explanation = Known.explained(ledger, FIRST, LocalDate.parse(asOf));
        AddedUp.of(explanation);
        return explanation;
    }

    private static List<String> ids(List<PostedEvent> events) {
        return events.stream().map(PostedEvent::eventId).toList();
    }

    @Test
    void a_year_of_x_is_explained_to_the_last_part() {
        AccountExplanation x = explained(exampleXThroughMay2025(), "2025-03-31");

        assertThat(x.balance()).isEqualTo(144_094);
        assertThat(x.since()).isEmpty();
        Credit credit = x.credits().getFirst();
        assertThat(credit.interest()).isEqualTo(4_494);
        assertThat(credit.closing()).isEqualTo(144_094);
        assertThat(credit.exact()).isEqualTo(new Fraction(1_457_400 * 37L, 12_000));
        assertThat(credit.rate().rate()).isEqualTo("3.7");
        assertThat(credit.rate().approvedBy()).isEqualTo("二");
        assertThat(credit.worked())
                .startsWith("100000 × 3.7% × 12/12 + 3300 × 3.7% × 12/12 + 3300 × 3.7% × 11/12")
                .endsWith("= 53923800/12000 → 4494");
        Part opening = credit.parts().getFirst();
        assertThat(opening.kind()).isEqualTo(PartKind.OPENING);
        assertThat(opening.amount()).isEqualTo(100_000);
        assertThat(opening.months()).isEqualTo(12);
        assertThat(opening.first()).isEqualTo(YearMonth.of(2024, 4));
        assertThat(opening.last()).isEqualTo(YearMonth.of(2025, 3));
        assertThat(opening.events())
                .singleElement()
                .satisfies(event -> assertThat(event.type()).contains("BalanceTakenOver"));
        assertThat(credit.parts()).hasSize(13);
        assertThat(credit.parts().get(12).months()).isEqualTo(1);
        assertThat(credit.parts().get(12).contribution()).satisfies(basis -> {
            assertThat(basis.baseSalary()).isEqualTo(300_000);
            assertThat(basis.numerator()).isEqualTo(11);
            assertThat(basis.denominator()).isEqualTo(1_000);
        });
    }

    @Test
    void what_an_interval_begins_with_is_a_balance_and_no_interest() {
        AccountExplanation credited = explained(exampleXThroughMay2025(), "2025-05-31");

        assertThat(credited.closing().amount()).isEqualTo(144_094);
        assertThat(credited.closing().subject())
                .isEqualTo(new Subject(SubjectKind.BALANCE, YearMonth.of(2025, 3), LocalDate.of(2025, 3, 31), null));
        assertThat(credited.since())
                .allSatisfy(since ->
                        assertThat(since.subject()).extracting(Subject::kind).isEqualTo(SubjectKind.CONTRIBUTION));
        assertThat(explained(exampleXThroughMay2025(), "2024-05-31").closing().subject())
                .extracting(Subject::kind)
                .isEqualTo(SubjectKind.TAKE_OVER);
        assertThat(explained(frozenAndBack(), "2025-02-28").closing().subject())
                .extracting(Subject::kind, Subject::on)
                .containsExactly(SubjectKind.BALANCE, LocalDate.of(2024, 10, 15));
    }

    /** Six months of contributions, credited at the loss and frozen; from February 2025 on they earn again. */
    private static MemoryLedger frozenAndBack() {
        return ledger().booksThrough(YearMonth.of(2024, 3), new FiscalYear(2023))
                .when(enrolled("2024-04-01", 300_000))
                .runMonths("2024-04", "2024-09")
                .when(lost("2024-10-16"))
                .runMonths("2024-10", "2025-01")
                .when(enrolled("2025-02-10", 300_000))
                .runMonths("2025-02", "2025-02");
    }

    @Test
    void before_the_first_crediting_the_balance_taken_over_is_a_part_with_its_event() {
        AccountExplanation x = explained(exampleXThroughMay2025(), "2024-05-31");

        assertThat(x.credits()).isEmpty();
        assertThat(x.closing().amount()).isEqualTo(100_000);
        assertThat(x.closing().events()).hasSize(1);
        assertThat(x.since()).hasSize(2);
        assertThat(x.balance()).isEqualTo(106_600);
    }

    @Test
    void a_corrected_x_nets_each_posting_with_its_adjustment() {
        AccountExplanation x = explained(exampleXThroughMay2025().when(base("2024-10-01", 320_000)), "2025-03-31");

        assertThat(x.balance()).isEqualTo(145_428);
        Credit credit = x.credits().getFirst();
        assertThat(credit.interest()).isEqualTo(4_508);
        assertThat(credit.events()).extracting(PostedEvent::amount).containsExactly(4_494L, 14L);
        assertThat(credit.events().getLast().filing()).isNotNull();
        Part october = credit.parts().get(7);
        assertThat(october.amount()).isEqualTo(3_520);
        assertThat(october.events()).extracting(PostedEvent::amount).containsExactly(3_300L, 220L);
        assertThat(october.contribution())
                .satisfies(basis -> assertThat(basis.baseSalary()).isEqualTo(320_000));
    }

    @Test
    void a_frozen_balance_that_is_restored_leaves_out_the_frozen_months() {
        MemoryLedger back = ledger().booksThrough(YearMonth.of(2024, 3), new FiscalYear(2023))
                .when(takenOver("2023-04-01", 300_000))
                .when(balance(FIRST, "2024-03-31", 39_600))
                .runMonths("2024-04", "2024-09")
                .when(lost("2024-10-16"))
                .runMonths("2024-10", "2025-01")
                .when(enrolled("2025-02-10", 300_000))
                .runMonths("2025-02", "2025-03")
                .run(new FiscalYear(2024));

        AccountExplanation explained = explained(back, "2025-03-31");

        assertThat(explained.balance()).isEqualTo(67_534);
        Credit credit = explained.credits().getLast();
        assertThat(credit.interest()).isEqualTo(404);
        assertThat(credit.parts().getFirst().amount()).isEqualTo(60_530);
        assertThat(credit.parts().getFirst().months()).isEqualTo(2);
        assertThat(credit.parts().getFirst().first()).isEqualTo(YearMonth.of(2025, 2));
        assertThat(ids(credit.parts().getFirst().events()))
                .isEqualTo(ids(explained.credits().getFirst().events()));
    }

    @Test
    void months_outside_membership_are_said_to_be_capped() {
        MemoryLedger capped = ledger().booksThrough(YearMonth.of(2024, 3), new FiscalYear(2023))
                .when(enrolled("2023-10-01", 300_000))
                .when(transferred("2023-10-01", 1, 100_000, 24))
                .runMonths("2024-04", "2024-09")
                .when(lost("2024-10-16"))
                .runMonths("2024-10", "2024-12")
                .when(enrolled("2025-01-10", 300_000))
                .runMonths("2025-01", "2025-03")
                .run(new FiscalYear(2024));

        AccountExplanation asset = Known.explained(capped, asset(1), LocalDate.of(2025, 3, 31));

        AddedUp.of(asset);
        Credit credit = asset.credits().getLast();
        assertThat(credit.cappedRate()).isEqualTo("2.5");
        assertThat(credit.parts().getFirst().earning())
                .containsExactly(
                        new Months(YearMonth.of(2024, 10), YearMonth.of(2024, 12), 3, MonthRate.CAPPED, "2.5"),
                        new Months(YearMonth.of(2025, 1), YearMonth.of(2025, 3), 3, MonthRate.DECLARED, "3.7"));
        assertThat(credit.notes()).hasSize(2);
        assertThat(credit.notes().getFirst().en()).startsWith("2024-10 counts as a month of the period up to");
    }

    @Test
    void a_cancelled_loss_leaves_its_credit_among_what_was_taken_back() {
        AccountExplanation x = explained(
                exampleX()
                        .runMonths("2024-04", "2024-09")
                        .when(lost("2024-10-16"))
                        .runMonths("2024-10", "2025-03")
                        .run(new FiscalYear(2024))
                        .when(cancelled("loss of 2024-10-16")),
                "2025-03-31");

        assertThat(x.balance()).isEqualTo(144_094);
        assertThat(x.credits()).hasSize(1);
        assertThat(x.takenBack()).singleElement().satisfies(taken -> {
            assertThat(requireNonNull(taken.subject()).on()).isEqualTo(LocalDate.of(2024, 10, 15));
            assertThat(taken.events()).extracting(PostedEvent::amount).containsExactly(2_434L, -2_434L);
        });
    }

    @Test
    void a_late_enrolment_is_explained_with_all_its_months() {
        MemoryLedger late = ledger().booksThrough(YearMonth.of(2025, 5), new FiscalYear(2024))
                .when(enrolled("2024-11-05", 300_000));

        AccountExplanation explained = explained(late, "2025-03-31");

        assertThat(explained.balance()).isEqualTo(16_653);
        assertThat(explained.credits().getFirst().interest()).isEqualTo(153);
        assertThat(explained.credits().getFirst().parts().get(1).postingDay()).isEqualTo(LocalDate.of(2024, 11, 5));
        assertThat(explained.credits().getFirst().parts().getFirst().events()).hasSize(1);
    }

    @Test
    void the_lump_sum_is_the_sum_of_the_plans_accounts_rounded_up_once() {
        MemoryLedger left = exampleX()
                .runMonths("2024-04", "2024-06")
                .when(transferred("2024-06-10", 1, 10_001, 12))
                .runMonths("2024-07", "2025-03")
                .run(new FiscalYear(2024))
                .when(lost("2025-04-01"));

        AccountExplanation due = explained(left, "2025-04-01");
        assertThat(due.lumpSums()).singleElement().satisfies(lumpSum -> {
            assertThat(lumpSum.accounts()).hasSize(2);
            assertThat(lumpSum.planBalance()).isEqualTo(144_094 + 10_310);
            assertThat(lumpSum.lumpSum()).isEqualTo(154_500);
            assertThat(lumpSum.paidOn()).isNull();
        });
        AccountExplanation paid = explained(left.when(paid("2025-05-20")), "2025-05-20");
        assertThat(paid.balance()).isZero();
        assertThat(paid.benefits())
                .singleElement()
                .satisfies(benefit -> assertThat(benefit.amount()).isEqualTo(-144_094));
        assertThat(paid.lumpSums()).singleElement().satisfies(lumpSum -> {
            assertThat(lumpSum.lumpSum()).isEqualTo(154_500);
            assertThat(lumpSum.paidOn()).isEqualTo(LocalDate.of(2025, 5, 20));
        });
    }

    @Test
    void a_deferral_is_credited_on_its_own_dates() {
        MemoryLedger deferred = exampleXThroughMay2025()
                .when(lost("2024-10-16"))
                .when(deferred("2025-08-20", "2025-06-02"))
                .runMonths("2025-06", "2025-08");

        AccountExplanation explained = explained(deferred, "2025-08-31");

        assertThat(explained.credits()).extracting(Credit::closing).contains(122_234L, 124_496L);
        assertThat(explained.takenBack()).isNotEmpty();
    }

    @Test
    void a_figure_that_the_rules_do_not_make_is_not_explained() {
        MemoryLedger x = exampleXThroughMay2025();
        MemberView known = Known.view(x);
        List<PostedAccount.Posted> events = known.account(FIRST).orElseThrow().events();
        PostedAccount without = new PostedAccount(FIRST, events.subList(0, events.size() - 1));
        MemberView corrupt = new MemberView(known.member(), known.facts(), java.util.Map.of(FIRST, without));

        assertThatThrownBy(() -> Known.explained(corrupt, x, FIRST, LocalDate.of(2025, 3, 31)))
                .isInstanceOf(DoesNotAddUp.class)
                .hasMessageContaining("should be 4494");
    }
}
