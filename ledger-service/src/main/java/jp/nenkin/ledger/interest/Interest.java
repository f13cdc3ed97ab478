package jp.nenkin.ledger.interest;

import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import jp.nenkin.ledger.money.Yen;

/**
 * Interest of one account at one crediting date: the exact sum, rounded up to one yen once.
 *
 * <p>Source: domain rules, section 3: ceil( A1 × B × C1/12 + Σ A2 × B × C2/12 ).
 */
public final class Interest {
    /** Months of a year times tenths of a percent in one. */
    private static final long TWELFTHS_OF_TENTHS_OF_PERCENT = 12_000;

    private Interest() {}

    /**
     * Months from one month to another, both included (C1 and C2); 0 when the second lies before the first.
     */
    public static int months(YearMonth from, YearMonth to) {
        return (int) Math.max(0, ChronoUnit.MONTHS.between(from, to) + 1);
    }

    /**
     * The interest on yen-months, rounded up to a whole yen (CEIL_SUM).
     *
     * @param yenMonths A1 × C1 + Σ A2 × C2, in yen times months
     * @param rate the rate of the fiscal year that contains the crediting date (B)
     * @throws ArithmeticException when the product leaves the range of a long
     */
    public static Yen on(long yenMonths, CreditingRate rate) {
        long exact = Math.multiplyExact(yenMonths, (long) rate.tenthsOfPercent());
        return new Yen(Math.ceilDiv(exact, TWELFTHS_OF_TENTHS_OF_PERCENT));
    }
}
