package jp.nenkin.ledger.account;

import java.time.LocalDate;
import java.util.Collection;
import jp.nenkin.ledger.account.AccountState.Closed;
import jp.nenkin.ledger.money.Yen;
import org.jspecify.annotations.Nullable;

/**
 * What a plan's accounts come to together, before a payment or after it.
 *
 * <p>Source: domain rules, sections 4 (rounded up per plan) and 6 (shortfall and excess after a payment).
 *
 * @param balance what they hold; once paid, what corrections have shown to be still owed
 * @param excess what was taken out of them beyond what they came to
 * @param rounding what was paid beyond what was taken out of them, less what of that came back
 * @param lostOn the day of the loss, whose rules say how a lump sum is rounded; absent before it and while it waits for
 *     a rate
 */
public record PlanBalances(
        Yen balance, Yen excess, Yen rounding, @Nullable LocalDate lostOn) {

    /** The balances of one plan's accounts, all of one life. */
    public static PlanBalances of(Collection<? extends AccountState> accounts) {
        Yen balance = Yen.ZERO;
        Yen excess = Yen.ZERO;
        Yen rounding = Yen.ZERO;
        LocalDate lostOn = null;
        for (AccountState account : accounts) {
            balance = balance.plus(account.balance());
            lostOn = lostOn == null ? PublishedForm.lostOn(account) : lostOn;
            if (account instanceof Closed closed) {
                excess = excess.plus(closed.excess());
                rounding = closed.rounding();
            }
        }
        return new PlanBalances(balance, excess, rounding, lostOn);
    }

    /**
     * What a payment now comes to, so that all payments together are the lump sum of all the balances; negative when
     * they were more than that already. Without a loss it is rounded by the rules that come last.
     */
    public Yen payable(PlanTerms terms) {
        // The newest come first.
        PlanRules rules = lostOn == null ? terms.rules().getFirst() : terms.on(lostOn);
        return rules.lumpSum(balance.minus(excess).minus(rounding));
    }
}
