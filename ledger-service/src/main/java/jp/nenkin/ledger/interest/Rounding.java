package jp.nenkin.ledger.interest;

import jp.nenkin.ledger.money.Yen;

/** How an exact interest becomes whole yen: once for an account and crediting date. Source: domain rules, section 3. */
public enum Rounding {
    /** The exact sum of all parts is rounded up to one yen. */
    CEIL_SUM {
        @Override
        public Yen yen(long numerator, long denominator) {
            return new Yen(Math.ceilDiv(numerator, denominator));
        }
    };

    /** The yen of an exact fraction. */
    public abstract Yen yen(long numerator, long denominator);
}
