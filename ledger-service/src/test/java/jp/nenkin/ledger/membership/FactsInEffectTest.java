package jp.nenkin.ledger.membership;

import static jp.nenkin.ledger.membership.Facts.FIRST;
import static jp.nenkin.ledger.membership.Facts.MEMBER;
import static jp.nenkin.ledger.membership.Facts.balance;
import static jp.nenkin.ledger.membership.Facts.base;
import static jp.nenkin.ledger.membership.Facts.cancelled;
import static jp.nenkin.ledger.membership.Facts.deferralCancelled;
import static jp.nenkin.ledger.membership.Facts.deferralEnded;
import static jp.nenkin.ledger.membership.Facts.deferred;
import static jp.nenkin.ledger.membership.Facts.enrolled;
import static jp.nenkin.ledger.membership.Facts.filing;
import static jp.nenkin.ledger.membership.Facts.id;
import static jp.nenkin.ledger.membership.Facts.lost;
import static jp.nenkin.ledger.membership.Facts.moved;
import static jp.nenkin.ledger.membership.Facts.paid;
import static jp.nenkin.ledger.membership.Facts.takenOver;
import static jp.nenkin.ledger.membership.Facts.transferred;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import jp.nenkin.events.BaseSalaryChanged;
import jp.nenkin.events.EstablishmentChanged;
import jp.nenkin.events.FilingType;
import jp.nenkin.events.LossCause;
import jp.nenkin.events.Plan;
import jp.nenkin.events.PlanBaseSalary;
import jp.nenkin.events.TransferredAsset;
import jp.nenkin.events.TransferredIn;
import jp.nenkin.ledger.membership.MemberFact.Told;
import jp.nenkin.ledger.money.Yen;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Which facts hold, and in which order they were true. */
class FactsInEffectTest {
    private static final String DAY = "2024-10-16";

    private static Told baseOf(Plan plan, String label, @Nullable UUID replaces) {
        return new Told(new BaseSalaryChanged(
                MEMBER.toString(),
                plan,
                LocalDate.of(2024, 10, 1),
                320_000,
                filing(FilingType.BASE_SALARY_CHANGE, label),
                replaces));
    }

    private static Told transfer(Plan plan, int ordinal, String label, @Nullable UUID replaces) {
        return new Told(new TransferredIn(
                MEMBER.toString(),
                new TransferredAsset(ordinal, plan, LocalDate.of(2024, 5, 10), "another fund", 12),
                100_000,
                filing(FilingType.TRANSFER_IN, label),
                replaces));
    }

    private static Told move(String label, @Nullable UUID replaces) {
        return new Told(new EstablishmentChanged(
                MEMBER.toString(),
                "1000002",
                LocalDate.of(2024, 8, 1),
                List.of(new PlanBaseSalary(Plan.FIRST, 300_000)),
                filing(FilingType.ESTABLISHMENT_CHANGE, label),
                replaces));
    }

    @Test
    void of_one_day_a_loss_comes_first_and_a_payment_last_and_a_take_over_before_every_day() {
        List<MemberFact> right = List.of(
                takenOver("2025-04-01", 300_000),
                balance(FIRST, "2025-03-31", 100_000),
                lost(DAY),
                enrolled(DAY, 300_000),
                moved(DAY, "1000002", new PlanBaseSalary(Plan.FIRST, 300_000)),
                transferred(DAY, 1, 100_000, 12),
                base(DAY, 320_000),
                deferred(null, DAY),
                deferralEnded(DAY),
                paid(DAY),
                new MemberFact.Recovery(id("recovery"), LocalDate.parse(DAY), 0, Plan.FIRST, new Yen(100)));

        for (int seed = 0; seed < 50; seed++) {
            List<MemberFact> known = new ArrayList<>(right);
            Collections.shuffle(known, new Random(seed));
            assertThat(FactsInEffect.of(known)).as("seed %d", seed).isEqualTo(right);
        }
    }

    @Test
    void facts_stand_in_the_order_of_their_days() {
        MemberFact enrolment = enrolled("2024-04-01", 300_000);
        MemberFact raise = base("2024-10-01", 320_000);
        MemberFact loss = lost("2025-01-10");

        assertThat(FactsInEffect.of(List.of(loss, raise, enrolment))).containsExactly(enrolment, raise, loss);
    }

    @Test
    void a_loss_on_the_day_of_acquisition_comes_after_it_unless_there_was_a_membership_before() {
        MemberFact first = enrolled("2024-04-01", 300_000);
        MemberFact loss = lost(DAY);
        MemberFact back = enrolled(DAY, 300_000);

        assertThat(FactsInEffect.of(List.of(loss, back))).containsExactly(back, loss);
        assertThat(FactsInEffect.of(List.of(first, loss, back))).containsExactly(first, loss, back);
        assertThat(FactsInEffect.of(List.of(first, lost("2024-08-01"), loss, back)))
                .containsExactly(first, lost("2024-08-01"), back, loss);
        assertThat(FactsInEffect.of(List.of(loss, enrolled("2024-10-17", 300_000))))
                .as("another day")
                .containsExactly(loss, enrolled("2024-10-17", 300_000));
        MemberFact raise = base("2024-10-01", 320_000);
        assertThat(FactsInEffect.of(List.of(first, raise, loss, back))).containsExactly(first, raise, loss, back);
        assertThat(FactsInEffect.of(List.of(loss))).containsExactly(loss);
    }

    @Test
    void a_loss_of_which_no_acquisition_is_known_stays_where_it_is() {
        MemberFact loss = lost(DAY);

        assertThat(FactsInEffect.of(List.of(loss, lost("2024-10-17")))).containsExactly(loss, lost("2024-10-17"));
        assertThat(FactsInEffect.of(List.of(loss, deferred(null, "2024-11-05"))))
                .containsExactly(loss, deferred(null, "2024-11-05"));
    }

    @Test
    void neither_a_cancelled_filing_nor_its_cancellation_holds() {
        MemberFact enrolment = enrolled("2024-04-01", 300_000);

        assertThat(FactsInEffect.of(List.of(enrolment, lost(DAY), cancelled("loss of " + DAY))))
                .containsExactly(enrolment);
    }

    @Test
    void a_cancelled_filing_that_is_told_again_holds() {
        MemberFact again = lost(DAY, LossCause.RETIREMENT, "again", null);

        assertThat(FactsInEffect.of(List.of(lost(DAY), cancelled("loss of " + DAY), again)))
                .containsExactly(again);
    }

    @Test
    void a_correction_takes_the_place_of_what_it_corrects_and_so_does_its_own() {
        MemberFact right = lost("2024-10-20", LossCause.RETIREMENT, "second", "loss of " + DAY);
        MemberFact righter = lost("2024-10-21", LossCause.RETIREMENT, "third", "second");

        assertThat(FactsInEffect.of(List.of(lost(DAY), right))).containsExactly(right);
        assertThat(FactsInEffect.of(List.of(lost(DAY), right, righter))).containsExactly(righter);
    }

    @Test
    void a_correction_takes_back_what_is_of_its_kind_only() {
        UUID label = id("label");
        assertThat(FactsInEffect.takesBack(baseOf(Plan.FIRST, "new", label), baseOf(Plan.FIRST, "label", null)))
                .isTrue();
        assertThat(FactsInEffect.takesBack(baseOf(Plan.FIRST, "new", label), baseOf(Plan.SECOND, "label", null)))
                .as("of another plan")
                .isFalse();
        assertThat(FactsInEffect.takesBack(
                        transfer(Plan.FIRST, 1, "new", label), transfer(Plan.FIRST, 1, "label", null)))
                .isTrue();
        assertThat(FactsInEffect.takesBack(
                        transfer(Plan.FIRST, 1, "new", label), transfer(Plan.FIRST, 2, "label", null)))
                .as("another asset")
                .isFalse();
        assertThat(FactsInEffect.takesBack(
                        transfer(Plan.FIRST, 1, "new", label), transfer(Plan.SECOND, 1, "label", null)))
                .as("of another plan")
                .isFalse();
        assertThat(FactsInEffect.takesBack(move("new", label), move("label", null)))
                .isTrue();
        assertThat(FactsInEffect.takesBack(move("new", label), move("other", null)))
                .as("of another filing")
                .isFalse();
        assertThat(FactsInEffect.takesBack(move("new", null), move("label", null)))
                .as("no correction")
                .isFalse();
        assertThat(FactsInEffect.takesBack(move("new", label), baseOf(Plan.FIRST, "label", null)))
                .isFalse();
        assertThat(FactsInEffect.takesBack(baseOf(Plan.FIRST, "new", label), enrolled(DAY, 320_000, "label", null)))
                .as("it holds from its day on beside what the enrolment said")
                .isFalse();
        assertThat(FactsInEffect.takesBack(transfer(Plan.FIRST, 1, "new", label), move("label", null)))
                .isFalse();
        assertThat(FactsInEffect.takesBack(cancelled("deferral of " + DAY), deferred(null, DAY)))
                .as("what a member chose is no filing of an employer")
                .isFalse();
        assertThat(FactsInEffect.takesBack(
                        enrolled(DAY, 300_000, "new", "label"), enrolled(DAY, 320_000, "label", null)))
                .isTrue();
        assertThat(FactsInEffect.takesBack(
                        enrolled(DAY, 300_000, "new", "label"), lost(DAY, LossCause.OTHER, "label", null)))
                .isFalse();
        assertThat(FactsInEffect.takesBack(
                        lost(DAY, LossCause.OTHER, "new", "label"), enrolled(DAY, 320_000, "label", null)))
                .isFalse();
    }

    @Test
    void a_correction_names_a_filing_that_is_in_effect_and_a_base_salary_may_name_another() {
        List<MemberFact> known = List.of(enrolled("2024-04-01", 300_000), lost(DAY));

        assertThat(FactsInEffect.namesNothing(lost(DAY), known))
                .as("no correction")
                .isFalse();
        assertThat(FactsInEffect.namesNothing(cancelled("loss of " + DAY), known))
                .isFalse();
        assertThat(FactsInEffect.namesNothing(cancelled("nothing"), known)).isTrue();
        assertThat(FactsInEffect.namesNothing(deferred(null, "2024-11-05"), known))
                .isFalse();
        assertThat(FactsInEffect.namesNothing(lost("2024-10-20", LossCause.OTHER, "new", "nothing"), known))
                .isTrue();
        assertThat(FactsInEffect.namesNothing(base("2024-10-01", 320_000, "new", "enrolment of 2024-04-01"), known))
                .as("it takes the place of what an enrolment said")
                .isFalse();
    }

    @Test
    void a_deferral_that_was_applied_for_as_a_member_counts_from_the_loss_that_ends_the_membership() {
        MemberFact first = enrolled("2015-04-01", 300_000);
        MemberFact early = deferred(null, "2024-10-01");
        MemberFact raise = base("2024-10-02", 320_000);
        MemberFact loss = lost(DAY);
        MemberFact back = enrolled("2025-02-03", 300_000);
        MemberFact secondLoss = lost("2025-06-02");

        assertThat(FactsInEffect.of(List.of(first, early, raise, loss, back, secondLoss)))
                .as("once, behind the loss")
                .containsExactly(first, raise, loss, early, back, secondLoss);
        MemberFact takeOver = takenOver("2015-04-01", 300_000);
        assertThat(FactsInEffect.of(List.of(takeOver, early, loss))).containsExactly(takeOver, loss, early);
        MemberFact second = deferred(null, "2025-05-01");
        assertThat(FactsInEffect.of(List.of(first, loss, back, second, secondLoss)))
                .as("of the second period")
                .containsExactly(first, loss, back, secondLoss, second);
    }

    @Test
    void a_deferral_after_a_loss_or_of_somebody_whom_no_loss_ends_stays_where_it_is() {
        MemberFact first = enrolled("2015-04-01", 300_000);
        MemberFact loss = lost(DAY);
        MemberFact after = deferred(null, "2024-11-05");
        MemberFact back = enrolled("2025-02-03", 300_000);

        assertThat(FactsInEffect.of(List.of(first, loss, after, back))).containsExactly(first, loss, after, back);
        MemberFact member = deferred(null, "2025-03-03");
        MemberFact raise = base("2025-04-01", 320_000);
        assertThat(FactsInEffect.of(List.of(first, loss, back, member, raise)))
                .containsExactly(first, loss, back, member, raise);
        MemberFact asset = transferred("2015-03-02", 1, 100_000, 12);
        MemberFact beforeJoining = deferred(null, "2015-03-16");
        assertThat(FactsInEffect.of(List.of(asset, beforeJoining, first, loss)))
                .as("nobody's deferral")
                .containsExactly(asset, beforeJoining, first, loss);
    }

    @Test
    void a_deferral_and_its_end_are_taken_back_by_their_cancellation_and_nothing_else_is() {
        MemberFact first = enrolled("2015-04-01", 300_000);
        MemberFact loss = lost(DAY);
        MemberFact deferral = deferred(null, "2024-11-05");
        MemberFact end = deferralEnded("2025-02-10");

        assertThat(FactsInEffect.of(
                        List.of(first, loss, deferral, end, deferralCancelled("end of deferral on 2025-02-10"))))
                .containsExactly(first, loss, deferral);
        assertThat(FactsInEffect.of(List.of(first, loss, deferral, deferralCancelled("deferral of 2024-11-05"))))
                .containsExactly(first, loss);
        assertThat(FactsInEffect.of(List.of(first, loss, deferral, deferralCancelled("loss of " + DAY))))
                .as("a loss is cancelled by a filing of the employer")
                .containsExactly(first, loss, deferral);
        assertThat(FactsInEffect.takesBack(deferralCancelled("deferral of 2024-11-05"), end))
                .isFalse();
        assertThat(FactsInEffect.namesNothing(
                        deferralCancelled("deferral of 2024-11-05"), List.of(first, loss, deferral)))
                .isFalse();
        assertThat(FactsInEffect.namesNothing(deferralCancelled("deferral of 2024-11-05"), List.of(first, loss)))
                .isTrue();
    }

    @Test
    void a_fact_names_the_filing_it_rests_on_and_counts_from_its_day() {
        LocalDate day = LocalDate.parse(DAY);
        MemberFact recovery = new MemberFact.Recovery(id("recovery"), day, 0, Plan.FIRST, new Yen(100));
        assertThat(List.of(recovery, paid(DAY), balance(FIRST, DAY, 100)))
                .as("what the fund itself does")
                .allSatisfy(fact -> assertThat(fact.filing()).isEmpty())
                .allSatisfy(fact -> assertThat(fact.replaces()).isEmpty())
                .allSatisfy(fact -> assertThat(fact.effectiveOn()).isEqualTo(day));

        assertThat(deferred("2025-08-20", DAY).filing())
                .contains(filing(FilingType.DEFERRAL, "deferral of " + DAY, DAY));
        assertThat(deferred("2025-08-20", DAY).effectiveOn()).isEqualTo(day);
        assertThat(deferralEnded(DAY).filing()).contains(filing(FilingType.DEFERRAL, "end of deferral on " + DAY, DAY));
        assertThat(deferralEnded(DAY).effectiveOn()).isEqualTo(day);
        assertThat(deferralCancelled("label").filing())
                .contains(filing(FilingType.CANCELLATION, "cancellation of label"));
        assertThat(deferralCancelled("label").effectiveOn()).isEqualTo("2025-06-02");
        assertThat(cancelled("label").effectiveOn()).isEqualTo("2025-06-02");
        assertThat(cancelled("label").replaces()).contains(id("label"));
    }

    @Test
    void only_a_membership_and_nothing_besides_lets_a_loss_end_one() {
        MemberFact asset = transferred("2024-05-10", 1, 100_000, 12);
        MemberFact back = enrolled(DAY, 300_000);

        assertThat(FactsInEffect.of(List.of(asset, lost(DAY), back)))
                .as("an asset alone is no membership")
                .containsExactly(asset, back, lost(DAY));
        MemberFact takeOver = takenOver(DAY, 300_000);
        assertThat(FactsInEffect.of(List.of(back, takeOver))).containsExactly(takeOver, back);
    }
}
