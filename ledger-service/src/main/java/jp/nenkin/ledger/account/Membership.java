package jp.nenkin.ledger.account;

import java.time.LocalDate;
import java.time.YearMonth;
import jp.nenkin.ledger.interest.Interest;
import jp.nenkin.ledger.money.EstablishmentNumber;

/**
 * The membership (加入者期間) that an account rests on.
 *
 * @param acquiredOn start of the current period; before joining, the day the asset was received
 * @param joinedOn start of the earliest period combined with the current one
 * @param earlierMonths months of membership in those earlier periods
 * @param transferredAsset whether the member is known to have brought an asset from another plan
 * @param creditedMonths months that the account's own transferred asset carries, 0 for an ordinary account
 */
public record Membership(
        EstablishmentNumber establishment,
        LocalDate acquiredOn,
        LocalDate joinedOn,
        int earlierMonths,
        boolean transferredAsset,
        int creditedMonths) {
    /**
     * Months of membership up to a loss: from the month of acquisition to the month before the month of loss, with
     * those of the earlier periods. Source: domain rules, sections 2 and 4.
     */
    public int monthsUntil(LocalDate lostOn) {
        return earlierMonths
                + Interest.months(
                        YearMonth.from(acquiredOn), YearMonth.from(lostOn).minusMonths(1));
    }

    /** The same membership going on at another establishment. */
    public Membership movedTo(EstablishmentNumber other) {
        return new Membership(other, acquiredOn, joinedOn, earlierMonths, transferredAsset, creditedMonths);
    }

    /** The next period of somebody who is back after a loss, combined with this one. */
    public Membership resumed(EstablishmentNumber at, LocalDate on, LocalDate lostOn) {
        return new Membership(at, on, joinedOn, monthsUntil(lostOn), transferredAsset, creditedMonths);
    }

    /** The first period of somebody whose asset came before. */
    public Membership joined(EstablishmentNumber at, LocalDate on) {
        return new Membership(at, on, on, 0, transferredAsset, creditedMonths);
    }

    /** The same for an account that carries another number of months. */
    public Membership carrying(int months) {
        return new Membership(establishment, acquiredOn, joinedOn, earlierMonths, transferredAsset, months);
    }
}
