package jp.nenkin.ledger.oracle;

import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;

/** The fund's calendar: fiscal year N runs from 1 April N to 31 March N + 1. */
final class FiscalYears {
    private FiscalYears() {}

    static int of(LocalDate day) {
        return of(YearMonth.from(day));
    }

    static int of(YearMonth month) {
        return month.getMonthValue() < Month.APRIL.getValue() ? month.getYear() - 1 : month.getYear();
    }

    static LocalDate lastDay(int fiscalYear) {
        return LocalDate.of(fiscalYear + 1, Month.MARCH, 31);
    }

    /** The day a person attains an age: the day before the birthday, 28 February for those born on the 29th. */
    static LocalDate attained(int age, LocalDate born) {
        boolean leapDay = born.getMonth() == Month.FEBRUARY && born.getDayOfMonth() == 29;
        int year = born.getYear() + age;
        return leapDay
                ? LocalDate.of(year, Month.FEBRUARY, 28)
                : born.withYear(year).minusDays(1);
    }
}
