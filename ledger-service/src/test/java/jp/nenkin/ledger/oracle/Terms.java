package jp.nenkin.ledger.oracle;

import java.time.LocalDate;
import java.time.YearMonth;

/**
 * The plan parameters that the wording names.
 *
 * @param capTenths the highest rate outside membership, in tenths of a percent, for whom joined on or after capFrom
 */
record Terms(
        MonthCount monthCount,
        LocalDate capFrom,
        int capTenths,
        int monthsForRight,
        int monthsForOldAge,
        int oldAge,
        int oldAgeOnLeaving,
        int ageLimit,
        long lumpSumUnit) {
    /** Whether a month with a crediting in its midst counts in both periods. */
    enum MonthCount {
        LITERAL,
        NO_OVERLAP
    }

    static final Terms OF_THE_FUND =
            new Terms(MonthCount.LITERAL, LocalDate.of(2023, 10, 1), 25, 36, 120, 60, 50, 65, 100);

    Terms counting(MonthCount count) {
        return new Terms(
                count,
                capFrom,
                capTenths,
                monthsForRight,
                monthsForOldAge,
                oldAge,
                oldAgeOnLeaving,
                ageLimit,
                lumpSumUnit);
    }

    /** The first month of C1 after a crediting. Source: domain rules, section 3. */
    YearMonth firstMonthAfter(LocalDate crediting) {
        return switch (monthCount) {
            case LITERAL -> YearMonth.from(crediting.plusDays(1));
            case NO_OVERLAP -> YearMonth.from(crediting).plusMonths(1);
        };
    }
}
