package jp.nenkin.ledger.account;

import java.time.LocalDate;
import java.time.YearMonth;
import jp.nenkin.ledger.interest.EarnedMonths;
import jp.nenkin.ledger.interest.Interest;
import jp.nenkin.ledger.interest.MonthKind;
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
 * @param earning what the person is in the interval's months
 */
public record Accrual(
        LocalDate from, Yen opening, FiscalYear year, YearSum current, YearSum following, Earning earning) {

    /** An account that has just begun, with nothing in it. */
    public static Accrual startingOn(LocalDate day) {
        return new Accrual(
                day, Yen.ZERO, FiscalYear.of(day), YearSum.NONE, YearSum.NONE, Earning.from(YearMonth.from(day)));
    }

    /** An account brought in with the balance right after a crediting. */
    public static Accrual after(LocalDate creditedOn, Yen balance) {
        LocalDate from = creditedOn.plusDays(1);
        return new Accrual(
                from, balance, FiscalYear.of(from), YearSum.NONE, YearSum.NONE, Earning.from(YearMonth.from(from)));
    }

    public Yen balance() {
        return opening.plus(current.amount()).plus(following.amount());
    }

    /** Whether the next crediting has nothing to credit: such a date gets no event. */
    public boolean isIdle() {
        return opening.isZero() && current.isNone() && earning.isNone();
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
            return new Accrual(from, opening, at.year, at.current.plus(month, amount), at.following, earning);
        }
        if (posted.equals(at.year.next())) {
            return new Accrual(from, opening, at.year, at.current, at.following.plus(month, amount), earning);
        }
        throw new IllegalStateException("an amount for " + month + " while year " + at.year + " is to be credited");
    }

    /** Whether an amount of a month can still be taken in as one of the years to be credited. */
    boolean takes(YearMonth month) {
        FiscalYear posted = FiscalYear.of(month);
        FiscalYear first = reaching(posted).year;
        return posted.equals(first) || posted.equals(first.next());
    }

    /** With an amount whose value date lies before the interval; what that changes later is told by a restatement. */
    Accrual withEarlier(Yen amount) {
        return new Accrual(from, opening.plus(amount), year, current, following, earning);
    }

    /**
     * With months of another kind from one on: what has been earned until then is kept apart.
     *
     * @param month the first month at whose end the person is something else, in the year to be credited
     */
    Accrual turning(YearMonth month, MonthKind kind) {
        if (!month.isAfter(earning.since())) {
            return new Accrual(from, opening, year, current, following, earning.as(kind));
        }
        Accrual at = reaching(FiscalYear.of(month));
        at.requireYearOf(month.atDay(1));
        int ahead = Interest.months(month, at.year.lastMonth());
        long stillToEarn = Math.multiplyExact(at.current.amount().amount(), (long) ahead);
        EarnedMonths past = new EarnedMonths(
                Interest.months(earning.since(), month.minusMonths(1)), at.current.yenMonths() - stillToEarn);
        YearSum rest = new YearSum(at.current.amount(), stillToEarn);
        return new Accrual(from, opening, at.year, rest, at.following, earning.turned(month, kind, past));
    }

    /**
     * The months that have earned up to a crediting date within the year to be credited, by their kind.
     *
     * @throws IllegalStateException when the date lies in another year
     */
    public Earned earned(LocalDate creditingDate) {
        Accrual at = reaching(FiscalYear.of(creditingDate));
        at.requireYearOf(creditingDate);
        YearMonth credited = YearMonth.from(creditingDate);
        int monthsNotEarned = Interest.months(credited, at.year.lastMonth()) - 1;
        long yenMonths =
                at.current.yenMonths() - Math.multiplyExact(at.current.amount().amount(), (long) monthsNotEarned);
        EarnedMonths running = new EarnedMonths(Interest.months(earning.since(), credited), yenMonths);
        return switch (earning.kind()) {
            case MEMBER -> new Earned(earning.member().plus(running), earning.outside());
            case OUTSIDE -> new Earned(earning.member(), earning.outside().plus(running));
            case FROZEN -> new Earned(earning.member(), earning.outside());
        };
    }

    /** Balance right after a crediting: the opening, what the year brought, and the interest. */
    public Yen closing(Yen interest) {
        return opening.plus(current.amount()).plus(interest);
    }

    /**
     * As it is right after a crediting.
     *
     * @param nextMonth the first month for which the closing earns
     */
    public Accrual credited(LocalDate creditingDate, Yen interest, YearMonth nextMonth) {
        Accrual at = reaching(FiscalYear.of(creditingDate));
        at.requireYearOf(creditingDate);
        LocalDate next = creditingDate.plusDays(1);
        Earning afresh = Earning.from(nextMonth).as(earning.kind());
        if (creditingDate.equals(at.year.lastDay())) {
            return new Accrual(next, at.closing(interest), at.year.next(), at.following, YearSum.NONE, afresh);
        }
        return new Accrual(next, at.closing(interest), at.year, YearSum.NONE, at.following, afresh);
    }

    /**
     * The same balance, earning again from a day on: months frozen at month's end do not count. Source: domain rules,
     * section 4 (without a right).
     */
    public Accrual resumedOn(LocalDate day) {
        YearMonth month = YearMonth.from(day);
        YearMonth since = month.isBefore(earning.since()) ? earning.since() : month;
        return new Accrual(day, balance(), FiscalYear.of(day), YearSum.NONE, YearSum.NONE, Earning.from(since));
    }

    /** With a year ahead as the one to be credited, as far as the years before it hold nothing. */
    public Accrual reaching(FiscalYear wanted) {
        Accrual at = this;
        while (wanted.isAfter(at.year) && at.isIdle()) {
            at = new Accrual(from, opening, at.year.next(), at.following, YearSum.NONE, earning);
        }
        return at;
    }

    private void requireYearOf(LocalDate creditingDate) {
        if (!FiscalYear.of(creditingDate).equals(year)) {
            throw new IllegalStateException("a credit on " + creditingDate + " while year " + year + " is due");
        }
    }

    /** Months by what the person was at their ends. */
    public record Earned(EarnedMonths member, EarnedMonths outside) {}

    /**
     * What the person is in the months of the interval.
     *
     * @param since the first month of the running kind
     * @param member months before it as a member
     * @param outside months before it outside membership
     */
    public record Earning(YearMonth since, MonthKind kind, EarnedMonths member, EarnedMonths outside) {
        static Earning from(YearMonth month) {
            return new Earning(month, MonthKind.MEMBER, EarnedMonths.NONE, EarnedMonths.NONE);
        }

        Earning as(MonthKind other) {
            return new Earning(since, other, member, outside);
        }

        Earning turned(YearMonth month, MonthKind other, EarnedMonths past) {
            return switch (kind) {
                case MEMBER -> new Earning(month, other, member.plus(past), outside);
                case OUTSIDE -> new Earning(month, other, member, outside.plus(past));
                case FROZEN -> new Earning(month, other, member, outside);
            };
        }

        boolean isNone() {
            return member.yenMonths() == 0 && outside.yenMonths() == 0;
        }
    }

    /**
     * What a fiscal year brought.
     *
     * @param amount Σ A2, in yen
     * @param yenMonths Σ A2 × months from the amount's value month, or from the last turn of kind, to the year's March
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
