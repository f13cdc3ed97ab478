package jp.nenkin.ledger.money;

import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;

/** Fiscal year N: 1 April N to 31 March N + 1, by Tokyo dates. */
public record FiscalYear(int year) implements Comparable<FiscalYear> {

    public static FiscalYear of(YearMonth month) {
        return new FiscalYear(month.getMonthValue() < Month.APRIL.getValue() ? month.getYear() - 1 : month.getYear());
    }

    public static FiscalYear of(LocalDate date) {
        return of(YearMonth.from(date));
    }

    public YearMonth firstMonth() {
        return YearMonth.of(year, Month.APRIL);
    }

    public YearMonth lastMonth() {
        return YearMonth.of(year + 1, Month.MARCH);
    }

    /** 1 April of the year. */
    public LocalDate firstDay() {
        return firstMonth().atDay(1);
    }

    /** 31 March: the last day, and the yearly crediting date. */
    public LocalDate lastDay() {
        return lastMonth().atEndOfMonth();
    }

    public FiscalYear next() {
        return new FiscalYear(year + 1);
    }

    public FiscalYear previous() {
        return new FiscalYear(year - 1);
    }

    public boolean isAfter(FiscalYear other) {
        return year > other.year;
    }

    @Override
    public int compareTo(FiscalYear other) {
        return Integer.compare(year, other.year);
    }

    @Override
    public String toString() {
        return Integer.toString(year);
    }
}
