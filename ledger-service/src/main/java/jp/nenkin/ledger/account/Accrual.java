package jp.nenkin.ledger.account;

import java.time.LocalDate;
import java.time.YearMonth;
import jp.nenkin.ledger.interest.Interest;
import jp.nenkin.ledger.money.FiscalYear;
import jp.nenkin.ledger.money.Yen;

/**
 * What has gathered since the last crediting: enough to credit interest without reading a single earlier event.
 *
 * <p>Two fiscal years are kept apart, because a May contribution may be posted before the 31 March crediting and must
 * not earn in it.
 *
 * @param from the day after the previous crediting date; the day of acquisition before the first crediting
 * @param opening balance right after the previous crediting (A1)
 * @param year the fiscal year whose crediting comes next
 * @param current amounts of that year
 * @param following amounts of the year after it
 */
public record Accrual(LocalDate from, Yen opening, FiscalYear year, YearSum current, YearSum following) {

    /** An account that has just begun, with nothing in it. */
    public static Accrual startingOn(LocalDate day) {
        return new Accrual(day, Yen.ZERO, FiscalYear.of(day), YearSum.NONE, YearSum.NONE);
    }

    /** An account brought in with the balance right after a crediting. */
    public static Accrual after(LocalDate creditedOn, Yen balance) {
        LocalDate from = creditedOn.plusDays(1);
        return new Accrual(from, balance, FiscalYear.of(from), YearSum.NONE, YearSum.NONE);
    }

    public Yen balance() {
        return opening.plus(current.amount()).plus(following.amount());
    }

    /** Whether the next crediting has nothing to credit: such a date gets no event. */
    public boolean isIdle() {
        return opening.isZero() && current.isNone();
    }

    /**
     * With an amount for a month.
     *
     * @throws IllegalStateException when the month's year is credited already, or lies more than a year ahead
     */
    public Accrual with(YearMonth month, Yen amount) {
        FiscalYear posted = FiscalYear.of(month);
        Accrual at = reaching(posted);
        if (posted.equals(at.year)) {
            return new Accrual(from, opening, at.year, at.current.plus(month, amount), at.following);
        }
        if (posted.equals(at.year.next())) {
            return new Accrual(from, opening, at.year, at.current, at.following.plus(month, amount));
        }
        throw new IllegalStateException("an amount for " + month + " while year " + at.year + " is to be credited");
    }

    /** The months for which the opening balance earns up to a crediting date (C1). */
    public int openingMonths(LocalDate creditingDate) {
        return Interest.months(YearMonth.from(from), YearMonth.from(creditingDate));
    }

    /**
     * Σ A2 × C2 up to a crediting date within the year to be credited, in yen times months; every amount of the year
     * lies on or before that date.
     *
     * @throws IllegalStateException when the date lies in another year
     */
    public long yenMonths(LocalDate creditingDate) {
        Accrual at = reaching(FiscalYear.of(creditingDate));
        at.requireYearOf(creditingDate);
        YearMonth credited = YearMonth.from(creditingDate);
        int monthsNotEarned = Interest.months(credited, at.year.lastMonth()) - 1;
        return at.current.yenMonths() - Math.multiplyExact(at.current.amount().amount(), (long) monthsNotEarned);
    }

    /** Balance right after a crediting: the opening, what the year brought, and the interest. */
    public Yen closing(Yen interest) {
        return opening.plus(current.amount()).plus(interest);
    }

    /** As it is right after a crediting. */
    public Accrual credited(LocalDate creditingDate, Yen interest) {
        Accrual at = reaching(FiscalYear.of(creditingDate));
        at.requireYearOf(creditingDate);
        LocalDate next = creditingDate.plusDays(1);
        if (creditingDate.equals(at.year.lastDay())) {
            return new Accrual(next, at.closing(interest), at.year.next(), at.following, YearSum.NONE);
        }
        return new Accrual(next, at.closing(interest), at.year, YearSum.NONE, at.following);
    }

    /**
     * The same balance, earning again from a day on: months frozen at month's end do not count. Source: domain rules,
     * section 4 (without a right).
     */
    public Accrual resumedOn(LocalDate day) {
        return new Accrual(day, balance(), FiscalYear.of(day), YearSum.NONE, YearSum.NONE);
    }

    /** With a year ahead as the one to be credited, as far as the years before it hold nothing. */
    public Accrual reaching(FiscalYear wanted) {
        Accrual at = this;
        while (wanted.isAfter(at.year) && at.isIdle()) {
            at = new Accrual(from, opening, at.year.next(), at.following, YearSum.NONE);
        }
        return at;
    }

    private void requireYearOf(LocalDate creditingDate) {
        if (!FiscalYear.of(creditingDate).equals(year)) {
            throw new IllegalStateException("a credit on " + creditingDate + " while year " + year + " is due");
        }
    }

    /**
     * What a fiscal year brought.
     *
     * @param amount Σ A2, in yen
     * @param yenMonths Σ A2 × months from the amount's value month to the year's March, both included
     */
    public record YearSum(Yen amount, long yenMonths) {
        static final YearSum NONE = new YearSum(Yen.ZERO, 0);

        YearSum plus(YearMonth month, Yen added) {
            int months = Interest.months(month, FiscalYear.of(month).lastMonth());
            return new YearSum(
                    amount.plus(added), Math.addExact(yenMonths, Math.multiplyExact(added.amount(), (long) months)));
        }

        boolean isNone() {
            return amount.isZero() && yenMonths == 0;
        }
    }
}
