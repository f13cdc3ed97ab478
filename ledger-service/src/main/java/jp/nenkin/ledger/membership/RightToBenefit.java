package jp.nenkin.ledger.membership;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import jp.nenkin.events.EligibilityLost;
import jp.nenkin.events.LossCause;
import jp.nenkin.ledger.account.AccountCommand.EndMembership.NoRight;
import jp.nenkin.ledger.account.AccountCommand.EndMembership.Outcome;
import jp.nenkin.ledger.account.AccountCommand.EndMembership.Right;
import jp.nenkin.ledger.account.AccountCommand.EndMembership.Wait;
import jp.nenkin.ledger.account.Loss;
import jp.nenkin.ledger.account.Membership;
import jp.nenkin.ledger.account.PlanRules;
import jp.nenkin.ledger.account.PlanTerms;
import org.jspecify.annotations.Nullable;

/**
 * What a person's whole membership gives a right to, and when.
 *
 * <p>Source: domain rules, section 4 (right to benefit, old-age right; age is attained the day before the birthday, 29
 * February on 28 February).
 *
 * @param born the day of birth; none while it is not known, in which case no old-age right is foreseen
 */
public record RightToBenefit(PlanTerms terms, @Nullable LocalDate born) {

    /** What the accounts are after a loss. */
    Outcome after(EligibilityLost loss, MemberAccounts accounts) {
        PlanRules rules = terms.on(loss.lostOn());
        int months = accounts.membership()
                .map(membership -> membership.monthsUntil(loss.lostOn()))
                .orElse(0);
        int carried = accounts.creditedMonths();
        boolean enough = months + carried >= rules.monthsForRight()
                || (accounts.hasAsset() && months >= rules.monthsForRightWithTransfer());
        if (!enough) {
            return new NoRight();
        }
        if (!waits(loss.cause())) {
            return new Right();
        }
        LocalDate arises = oldAge(loss.lostOn(), months + carried).orElse(null);
        return arises != null && !arises.isAfter(loss.lostOn()) ? new Right() : new Wait(arises);
    }

    /** The last day of a deferral: the one asked for, but no later than the day an old-age right arises. */
    @Nullable
    LocalDate deferredUntil(@Nullable LocalDate asked, Membership membership, Loss loss, int creditedMonths) {
        LocalDate lostOn = loss.lostOn();
        return oldAge(lostOn, membership.monthsUntil(lostOn) + creditedMonths)
                .filter(arises -> arises.isAfter(lostOn) && !arisesOnLeaving(loss))
                .filter(arises -> asked == null || arises.isBefore(asked))
                .orElse(asked);
    }

    /** Whoever leaves the employer has an old-age right at once from an age on; it ends no deferral later. */
    private boolean arisesOnLeaving(Loss loss) {
        return born != null
                && !waits(loss.cause())
                && !attains(born, terms.on(loss.lostOn()).oldAgeOnLeaving()).isAfter(loss.lostOn());
    }

    private static boolean waits(LossCause cause) {
        return cause == LossCause.MERGER || cause == LossCause.VOLUNTARY_WITHDRAWAL;
    }

    /** The day on which whoever has enough months attains the age. */
    private Optional<LocalDate> oldAge(LocalDate lostOn, int months) {
        PlanRules rules = terms.on(lostOn);
        return born == null || months < rules.monthsForOldAge()
                ? Optional.empty()
                : Optional.of(attains(born, rules.oldAge()));
    }

    /** The day on which somebody attains an age: the day before the birthday. */
    public static LocalDate attains(LocalDate born, int age) {
        LocalDate birthday = born.plus(age, ChronoUnit.YEARS);
        // Born on 29 February: plusYears gives the 28th of other years, which is the day itself.
        return birthday.getDayOfMonth() == born.getDayOfMonth() ? birthday.minusDays(1) : birthday;
    }
}
