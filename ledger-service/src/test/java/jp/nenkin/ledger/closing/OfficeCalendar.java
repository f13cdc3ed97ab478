package jp.nenkin.ledger.closing;

import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import jp.nenkin.ledger.money.FiscalYear;
import jp.nenkin.ledger.oracle.FiledLives.Dated;

/** The days on which an office runs months, approves rates, credits interest and closes years. */
final class OfficeCalendar {
    private static final String[] RATES = {"2.3", "5.0", "0.0", "3.7", "4.4"};
    private static final LocalDate LAST = LocalDate.of(2026, 6, 30);

    private final ClosedFund fund;
    private LocalDate today = LocalDate.of(2021, 4, 1);
    private int notTaken;

    OfficeCalendar(ClosedFund fund) {
        this.fund = fund;
    }

    /** Lives through the days until one. */
    void reach(LocalDate day) {
        LocalDate until = day.isAfter(LAST) ? LAST : day;
        for (; today.isBefore(until); today = today.plusDays(1)) {
            live(today);
        }
    }

    private void live(LocalDate day) {
        int year = day.getYear();
        if (day.getDayOfMonth() == 10 && day.isAfter(LocalDate.of(2021, 5, 1))) {
            fund.run(YearMonth.from(day).minusMonths(1));
        }
        if (day.equals(LocalDate.of(year, Month.MAY, 20)) && year - 2021 < RATES.length) {
            fund.approve(year, RATES[year - 2021]);
        }
        if (day.equals(LocalDate.of(year, Month.MAY, 25)) && year > 2021) {
            fund.run(new FiscalYear(year - 1));
        }
        if (day.equals(LocalDate.of(year, Month.JUNE, 25)) && year > 2021) {
            fund.close(new FiscalYear(year - 1));
        }
    }

    /** Takes a filing in, unless the office is closed for good or the rules refuse it. */
    void take(Dated dated) {
        if (today.isBefore(LAST) && !fund.tryOut(dated.member(), dated.facts())) {
            notTaken++;
        }
    }

    int notTaken() {
        return notTaken;
    }
}
