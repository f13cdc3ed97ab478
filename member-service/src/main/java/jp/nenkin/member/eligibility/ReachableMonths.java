package jp.nenkin.member.eligibility;

import java.time.LocalDate;
import jp.nenkin.member.plan.Age;
import jp.nenkin.member.plan.PlanData;

/**
 * The months that a joiner can come to before the age limit ends the membership.
 *
 * <p>Source: domain rules, section 4, 62-year rule.
 *
 * @param months from the month of acquisition to the month before that of the loss by age, and the earlier ones
 * @param ageLimitOn the day on which the age limit is attained and membership lost
 */
record ReachableMonths(int months, LocalDate ageLimitOn) {

    /** Of a joiner by the age limit that holds on the day of acquisition; none ahead from that limit on. */
    static ReachableMonths of(Joiner joiner, PlanData plan) {
        int limit = plan.agesOn(joiner.acquiredOn()).limit();
        LocalDate ageLimitOn = Age.attainedOn(joiner.birthDate(), limit);
        int ahead = CountedMonths.of(joiner.acquiredOn(), ageLimitOn);
        return new ReachableMonths(ahead + joiner.earlierMonths(), ageLimitOn);
    }
}
