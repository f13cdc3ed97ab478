package jp.nenkin.member.eligibility;

import java.time.LocalDate;
import jp.nenkin.member.plan.PlanData;

/** What the 62-year rule says of a joiner: who cannot come to the months for a right does not become a member. */
public sealed interface Admission {

    /** Becomes a member. */
    record Admitted() implements Admission {}

    /**
     * Does not become a member (適用除外).
     *
     * @param reachableMonths the months that can be reached, those carried included
     * @param neededMonths the months for a right
     * @param ageLimitOn the day on which membership would end by age
     */
    record NotApplicable(int reachableMonths, int neededMonths, LocalDate ageLimitOn) implements Admission {}

    /**
     * Judges a joiner by the months for a right on the day of acquisition: 36, or 1 with an asset in the fund.
     *
     * <p>Born 1963-06-15: acquired 2025-06-30 reaches 36 and is in, 2025-07-01 reaches 35 and is out. The ages
     * themselves are judged before and elsewhere. A move between establishments on one day goes on with a membership
     * and is not judged. Source: domain rules, section 4.
     */
    static Admission of(Joiner joiner, PlanData plan) {
        ReachableMonths reachable = ReachableMonths.of(joiner, plan);
        int needed = plan.monthsForRightOn(joiner.acquiredOn()).needed(joiner.hasAsset());
        return joiner.declared() != null || reachable.months() >= needed
                ? new Admitted()
                : new NotApplicable(reachable.months(), needed, reachable.ageLimitOn());
    }
}
