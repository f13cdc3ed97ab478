package jp.nenkin.member.eligibility;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import jp.nenkin.member.plan.Age;
import jp.nenkin.member.plan.PlanData;

/**
 * The days of a member's future that follow from what is on record.
 *
 * <p>Source: domain rules, section 4.
 *
 * @param right the first day on which a loss leaves a right to a benefit; empty if the age limit comes before it
 * @param ageLimitOn the day on which the age limit is attained and membership lost: the day before the 65th birthday
 */
public record Milestones(Optional<LocalDate> right, LocalDate ageLimitOn) {

    /** Of somebody who joins or has joined; the day of the right is the day of acquisition where enough is carried. */
    public static Milestones of(Joiner joiner, PlanData plan) {
        int limit = plan.agesOn(joiner.acquiredOn()).limit();
        LocalDate ageLimitOn = Age.attainedOn(joiner.birthDate(), limit);
        LocalDate right = right(joiner, plan);
        return new Milestones(right.isAfter(ageLimitOn) ? Optional.empty() : Optional.of(right), ageLimitOn);
    }

    /** The month of loss does not count, so the right is there on the first of the month after the last one needed. */
    private static LocalDate right(Joiner joiner, PlanData plan) {
        int needed = plan.monthsForRightOn(joiner.acquiredOn()).needed(joiner.hasAsset());
        int missing = needed - joiner.earlierMonths();
        return missing <= 0
                ? joiner.acquiredOn()
                : YearMonth.from(joiner.acquiredOn()).plusMonths(missing).atDay(1);
    }
}
