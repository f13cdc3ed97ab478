package jp.nenkin.ledger.account;

import java.time.LocalDate;
import jp.nenkin.ledger.interest.CreditingRate;
import jp.nenkin.ledger.interest.MonthCount;
import jp.nenkin.ledger.interest.Rounding;
import jp.nenkin.ledger.money.Yen;

/**
 * Figures of the fund's rules from a day on; they are plan data.
 *
 * @param monthsForRight months of membership that give a right to a benefit
 * @param monthsForRightWithTransfer the same for a member who brought an asset from another plan
 * @param waitingCapFrom who joined on this day or later earns at a capped rate after a loss
 * @param waitingCapTenthsOfPercent that cap, in tenths of a percent
 * @param monthsForOldAge months that a right to an old-age benefit takes
 * @param oldAge the age at which it arises
 * @param oldAgeOnLeaving the age from which it arises at once for whoever leaves
 * @param lumpSumUnit what the lump sum of a plan is a multiple of, in yen
 */
public record PlanRules(
        LocalDate effectiveFrom,
        int monthsForRight,
        int monthsForRightWithTransfer,
        LocalDate waitingCapFrom,
        int waitingCapTenthsOfPercent,
        MonthCount monthCount,
        Rounding rounding,
        int monthsForOldAge,
        int oldAge,
        int oldAgeOnLeaving,
        int lumpSumUnit) {
    public PlanRules {
        if (lumpSumUnit < 1) {
            throw new IllegalArgumentException("a lump sum is no multiple of " + lumpSumUnit + " yen");
        }
    }

    CreditingRate waitingCap() {
        return new CreditingRate(waitingCapTenthsOfPercent);
    }

    /** What is paid for a plan's balances: rounded up to the unit. Source: domain rules, section 4 (lump sum). */
    public Yen lumpSum(Yen planBalance) {
        return new Yen(Math.multiplyExact(Math.ceilDiv(planBalance.amount(), lumpSumUnit), lumpSumUnit));
    }

    /** Whether somebody who joined on a day earns at the capped rate in months outside membership. */
    boolean caps(LocalDate joinedOn) {
        return !joinedOn.isBefore(waitingCapFrom);
    }
}
