package jp.nenkin.ledger.benefit;

import java.time.LocalDate;
import java.util.List;
import jp.nenkin.events.LossCause;
import jp.nenkin.ledger.account.AccountState.Frozen;
import jp.nenkin.ledger.account.AccountState.Left;
import jp.nenkin.ledger.account.PlanRules;
import jp.nenkin.ledger.membership.MemberAccounts;
import jp.nenkin.ledger.membership.RightToBenefit;
import org.jspecify.annotations.Nullable;

/**
 * What a loss gives a right to, and by which months.
 *
 * <p>Source: domain rules, section 4 (right to benefit; under 120 months a withdrawal lump sum, from then on an old-age
 * benefit at 60, or at once from 50 on leaving).
 *
 * @param months months of membership
 * @param creditedMonths months that transferred assets carry
 * @param monthsNeeded months of membership that a right takes
 * @param oldAgeFrom the day from which the old-age benefit is paid; absent without one and without a known birth date
 */
record Prospect(
        boolean right,
        int months,
        int creditedMonths,
        int monthsNeeded,
        Benefit benefit,
        @Nullable LocalDate oldAgeFrom) {

    /** What is paid. */
    enum Benefit {
        NONE,
        WITHDRAWAL_LUMP_SUM,
        OLD_AGE,
        SURVIVOR
    }

    /** What the accounts of somebody who has left give a right to. */
    static Prospect of(MemberAccounts accounts, RightToBenefit rightToBenefit) {
        List<Left> left = accounts.ofLife(accounts.life()).stream()
                .flatMap(state -> MemberAccounts.opened(state).stream())
                .filter(Left.class::isInstance)
                .map(Left.class::cast)
                .toList();
        if (left.isEmpty()) {
            return new Prospect(false, 0, 0, 0, Benefit.NONE, null);
        }
        Left any = left.getFirst();
        PlanRules rules = rightToBenefit.terms().on(any.lostOn());
        int months = any.membership().monthsUntil(any.lostOn());
        int credited = left.stream()
                .mapToInt(state -> state.membership().creditedMonths())
                .sum();
        boolean asset = left.stream().anyMatch(state -> !state.account().isOrdinary());
        int needed = asset ? rules.monthsForRightWithTransfer() : rules.monthsForRight();
        // What the loss made of the accounts says whether there is a right: months carried alone may give one.
        boolean right = !(any instanceof Frozen);
        boolean oldAge = months + credited >= rules.monthsForOldAge();
        return new Prospect(
                right,
                months,
                credited,
                needed,
                benefit(right, oldAge, any.loss().cause()),
                oldAge ? oldAgeFrom(rightToBenefit, rules, any.lostOn()) : null);
    }

    private static Benefit benefit(boolean right, boolean oldAge, LossCause cause) {
        if (!right) {
            return Benefit.NONE;
        }
        if (cause == LossCause.DEATH) {
            return Benefit.SURVIVOR;
        }
        return oldAge ? Benefit.OLD_AGE : Benefit.WITHDRAWAL_LUMP_SUM;
    }

    private static @Nullable LocalDate oldAgeFrom(RightToBenefit right, PlanRules rules, LocalDate lostOn) {
        LocalDate born = right.born();
        if (born == null) {
            return null;
        }
        boolean atOnce = !RightToBenefit.attains(born, rules.oldAgeOnLeaving()).isAfter(lostOn);
        return atOnce ? lostOn : RightToBenefit.attains(born, rules.oldAge());
    }
}
