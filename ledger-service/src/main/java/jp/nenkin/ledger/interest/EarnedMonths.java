package jp.nenkin.ledger.interest;

/**
 * Months that earned at one rate.
 *
 * @param openingMonths months of the opening balance (C1)
 * @param yenMonths Σ A2 × C2, in yen times months
 */
public record EarnedMonths(int openingMonths, long yenMonths) {
    public static final EarnedMonths NONE = new EarnedMonths(0, 0);

    public EarnedMonths plus(EarnedMonths other) {
        return new EarnedMonths(openingMonths + other.openingMonths, Math.addExact(yenMonths, other.yenMonths));
    }

    /** A1 × C1 + Σ A2 × C2 for an opening balance in yen. */
    public long with(long opening) {
        return Math.addExact(Math.multiplyExact(opening, (long) openingMonths), yenMonths);
    }

    public boolean isNone() {
        return openingMonths == 0 && yenMonths == 0;
    }
}
