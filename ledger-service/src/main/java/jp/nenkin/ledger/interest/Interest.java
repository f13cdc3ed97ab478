package jp.nenkin.ledger.interest;

import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import jp.nenkin.ledger.money.Yen;

/**
 * Interest of one account at one crediting date: the exact sum over its months, rounded once.
 *
 * <p>Source: domain rules, section 3: ceil( A1 × B × C1/12 + Σ A2 × B × C2/12 ), where months outside membership may
 * have a capped B.
 */
public final class Interest {
    /** Months of a year times tenths of a percent in one. */
    public static final long TWELFTHS_OF_TENTHS_OF_PERCENT = 12_000;

    private Interest() {}

    /** Months from one month to another, both included (C1 and C2); 0 when the second lies before the first. */
    public static int months(YearMonth from, YearMonth to) {
        return (int) Math.max(0, ChronoUnit.MONTHS.between(from, to) + 1);
    }

    /**
     * The interest, rounded to a whole yen.
     *
     * @param exact yen times twelfths of tenths of a percent, as {@link #exact} gives it
     */
    public static Yen on(long exact, Rounding rounding) {
        return rounding.yen(exact, TWELFTHS_OF_TENTHS_OF_PERCENT);
    }

    /**
     * One rate's part of the sum before it is rounded, in 12,000ths of a yen.
     *
     * @param yenMonths A1 × C1 + Σ A2 × C2, in yen times months
     * @throws ArithmeticException when the product leaves the range of a long
     */
    public static long exact(long yenMonths, CreditingRate rate) {
        return Math.multiplyExact(yenMonths, (long) rate.tenthsOfPercent());
    }
}
