package jp.nenkin.ledger.account;

import java.time.LocalDate;
import java.time.YearMonth;
import jp.nenkin.events.AccountStanding;
import jp.nenkin.ledger.interest.Interest;
import jp.nenkin.ledger.money.EstablishmentNumber;

/**
 * The membership (加入者期間) that an account rests on.
 *
 * @param acquiredOn start of the current period
 * @param joinedOn start of the earliest period combined with the current one
 * @param earlierMonths months of membership in those earlier periods
 * @param transferredAsset whether the member brought an asset from another plan
 */
public record Membership(
        EstablishmentNumber establishment,
        LocalDate acquiredOn,
        LocalDate joinedOn,
        int earlierMonths,
        boolean transferredAsset) {
    /**
     * Months of membership up to a loss: from the month of acquisition to the month before the month of loss, with
     * those of the earlier periods. Source: domain rules, sections 2 and 4.
     */
    public int monthsUntil(LocalDate lostOn) {
        return earlierMonths
                + Interest.months(
                        YearMonth.from(acquiredOn), YearMonth.from(lostOn).minusMonths(1));
    }

    /**
     * What the account is after a loss: payable with enough months for a right to a benefit, of which fewer are needed
     * with a transferred asset; frozen otherwise. Source: domain rules, section 4 (right to benefit).
     */
    public AccountStanding standingAfter(LocalDate lostOn, PlanTerms terms) {
        int needed = transferredAsset ? terms.monthsForRightWithTransfer() : terms.monthsForRight();
        return monthsUntil(lostOn) >= needed ? AccountStanding.PAYABLE : AccountStanding.FROZEN;
    }
}
