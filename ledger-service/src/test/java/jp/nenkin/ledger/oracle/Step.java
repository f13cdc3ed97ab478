package jp.nenkin.ledger.oracle;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import jp.nenkin.ledger.oracle.TrueFacts.Establishment;
import jp.nenkin.ledger.oracle.TrueFacts.Transfer;
import org.jspecify.annotations.Nullable;

/** What happens at the fund's office on a day: a filing arrives, or the office closes, runs, approves. */
sealed interface Step {
    LocalDate day();

    /**
     * A filing's head.
     *
     * @param day the day that the office enters it, not before it was received
     * @param replaces the filing that this one corrects or cancels
     */
    record Filed(
            int id,
            LocalDate receivedOn,
            LocalDate day,
            @Nullable Integer replaces) {
        public Filed {
            if (day.isBefore(receivedOn)) {
                throw new IllegalArgumentException("Entered on " + day + " and received on " + receivedOn);
            }
        }
    }

    /** A step that tells a fact; it stands until another filing replaces it. */
    sealed interface Filing extends Step {
        Filed filed();

        @Override
        default LocalDate day() {
            return filed().day();
        }
    }

    /** The member and the balances of a former system. */
    record TakeOver(Filed filed, Enrolment enrolment, List<Transfer> assets, TrueFacts.TakeOver balances)
            implements Filing {
        public TakeOver {
            assets = List.copyOf(assets);
        }
    }

    /** Where and when a membership began, and with which base salaries. */
    record Enrolment(LocalDate acquiredOn, Establishment at, Map<Plan, Long> bases) {
        public Enrolment {
            bases = Map.copyOf(bases);
        }
    }

    record Enrol(Filed filed, Enrolment enrolment) implements Filing {}

    record CorrectEnrolment(Filed filed, Enrolment enrolment) implements Filing {}

    /** A new base salary, or a correction of one where it replaces a filing. */
    record ChangeBase(Filed filed, Plan plan, YearMonth effective, long base) implements Filing {}

    record Move(Filed filed, TrueFacts.Move move) implements Filing {}

    record Lose(Filed filed, LocalDate lostOn, Cause cause) implements Filing {}

    record CorrectLoss(Filed filed, LocalDate lostOn, Cause cause) implements Filing {}

    record CancelLoss(Filed filed) implements Filing {}

    record TransferIn(Filed filed, Transfer transfer) implements Filing {}

    record CorrectTransfer(Filed filed, Transfer transfer) implements Filing {}

    /** A deferral until a date, or open. */
    record Defer(Filed filed, @Nullable LocalDate until) implements Filing {}

    record CancelDeferral(Filed filed) implements Filing {}

    record EndDeferral(Filed filed, LocalDate endedOn) implements Filing {}

    record Pay(Filed filed, LocalDate paidOn) implements Filing {}

    /** The office closes a month and runs its contributions. */
    record CloseMonthRun(LocalDate day, YearMonth month) implements Step {}

    record ApproveRate(LocalDate day, int fiscalYear, int tenths) implements Step {}

    record InterestRun(LocalDate day, int fiscalYear) implements Step {}

    /** A day that matters by itself: a deferral ends at its date, an old-age right arises. */
    record DayComes(LocalDate day) implements Step {}
}
