package jp.nenkin.ledger.account;

import jp.nenkin.ledger.money.Yen;

/** What is paid for a plan's balances. Source: domain rules, section 4 (rounded up to 100 yen per plan). */
public final class LumpSum {
    /** What a plan's lump sum is a multiple of, in yen. */
    public static final long UNIT = 100;

    private LumpSum() {}

    /** The balance rounded up to 100 yen. */
    public static Yen of(Yen planBalance) {
        return new Yen(Math.multiplyExact(Math.ceilDiv(planBalance.amount(), UNIT), UNIT));
    }
}
