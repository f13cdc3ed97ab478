package jp.nenkin.ledger.account;

import java.util.Collection;
import jp.nenkin.ledger.account.AccountState.Closed;
import jp.nenkin.ledger.money.Yen;

/**
 * What a plan's accounts come to together, before a payment or after it.
 *
 * <p>Source: domain rules, sections 4 (rounded up to 100 yen per plan) and 6 (shortfall and excess after a payment).
 *
 * @param balance what they hold; once paid, what corrections have shown to be still owed
 * @param excess what was taken out of them beyond what they came to
 * @param rounding what was paid beyond what was taken out of them, less what of that came back
 */
public record PlanBalances(Yen balance, Yen excess, Yen rounding) {

    /** The balances of one plan's accounts, all of one life. */
    public static PlanBalances of(Collection<? extends AccountState> accounts) {
        Yen balance = Yen.ZERO;
        Yen excess = Yen.ZERO;
        Yen rounding = Yen.ZERO;
        for (AccountState account : accounts) {
            balance = balance.plus(account.balance());
            if (account instanceof Closed closed) {
                excess = excess.plus(closed.excess());
                rounding = closed.rounding();
            }
        }
        return new PlanBalances(balance, excess, rounding);
    }

    /**
     * What a payment now comes to, so that all payments together are the lump sum of all the balances; negative when
     * they were more than that already.
     */
    public Yen payable() {
        return LumpSum.of(balance.minus(excess).minus(rounding));
    }
}
