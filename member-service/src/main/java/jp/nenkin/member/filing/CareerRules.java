package jp.nenkin.member.filing;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jp.nenkin.member.member.BaseSalary;
import jp.nenkin.member.member.Career;
import jp.nenkin.member.member.Career.Ending;
import jp.nenkin.member.member.Career.Period;
import jp.nenkin.member.member.Member;
import jp.nenkin.member.plan.Refusal;

/** Whether a period may begin or end on another day, or not at all, beside all that is on record. */
final class CareerRules {
    private CareerRules() {}

    /** Refuses a beginning before the end of the period before, and after the period's own end. */
    static Optional<Refusal> refuseAcquired(Career career, Period period, LocalDate acquiredOn) {
        Ending former = career.before(period).map(Period::ending).orElse(null);
        if (former != null && acquiredOn.isBefore(former.lostOn())) {
            return Refusal.because(
                    FilingProblem.ACQUIRED_BEFORE_LOSS, Map.of("acquiredOn", acquiredOn, "lostOn", former.lostOn()));
        }
        Ending own = period.ending();
        return own != null && own.lostOn().isBefore(acquiredOn)
                ? Refusal.because(
                        FilingProblem.LOST_BEFORE_ACQUIRED, Map.of("lostOn", own.lostOn(), "acquiredOn", acquiredOn))
                : Optional.empty();
    }

    /** Refuses an end after the next period has begun. */
    static Optional<Refusal> refuseLost(Career career, Period period, LocalDate lostOn) {
        return career.after(period)
                .filter(next -> next.acquiredOn().isBefore(lostOn))
                .flatMap(CareerRules::memberSince);
    }

    /** Refuses to let a period go on that another one follows. */
    static Optional<Refusal> refuseGoingOn(Career career, Period period) {
        return career.after(period).flatMap(CareerRules::memberSince);
    }

    private static Optional<Refusal> memberSince(Period next) {
        return Refusal.because(FilingProblem.MEMBERSHIP_SINCE, Map.of("acquiredOn", next.acquiredOn()));
    }

    /**
     * Refuses to take an enrolment away under a loss, a change of base salary, or an asset of somebody who is a member
     * by it alone.
     */
    static Optional<Refusal> refuseWithout(Career career, Period period, Member member) {
        UUID enrolment = period.filing().id();
        Ending ending = period.ending();
        if (ending != null) {
            return dependedOn(enrolment, ending.filing().id(), FiledType.LOSS);
        }
        Optional<Refusal> changed = changeUpTo(LocalDate.MAX, period, member);
        if (changed.isPresent() || career.periods().size() > 1) {
            return changed;
        }
        return member.assets().stream()
                .findFirst()
                .flatMap(asset -> dependedOn(enrolment, asset.filing(), FiledType.TRANSFER_IN));
    }

    /**
     * Refuses a beginning of a period on or after the day of a base salary that another filing changed: that one is
     * corrected or cancelled first.
     */
    static Optional<Refusal> refuseChangedBy(LocalDate acquiredOn, Period period, Member member) {
        return changeUpTo(acquiredOn, period, member);
    }

    private static Optional<Refusal> changeUpTo(LocalDate day, Period period, Member member) {
        UUID enrolment = period.filing().id();
        return member.memberships().stream()
                .filter(membership -> membership.root().equals(period.root()))
                .flatMap(membership -> membership.standing().stream())
                .filter(base -> !base.filing().equals(enrolment))
                .filter(base -> !base.effectiveFrom().isAfter(day))
                .map(BaseSalary::filing)
                .findFirst()
                .flatMap(change -> dependedOn(enrolment, change, FiledType.BASE_SALARY_CHANGE));
    }

    private static Optional<Refusal> dependedOn(UUID filing, UUID dependent, FiledType type) {
        return Refusal.because(
                FilingProblem.FILING_DEPENDED_ON,
                Map.of("filingId", filing, "dependentId", dependent, "dependentType", type));
    }
}
