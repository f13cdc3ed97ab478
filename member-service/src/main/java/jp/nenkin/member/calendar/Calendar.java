package jp.nenkin.member.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.nenkin.member.plan.PlanData;

/**
 * On which days the fund is open: not on Saturdays, Sundays, public holidays, around New Year, and on days of its own.
 *
 * <p>Source: domain rules, section 6; the days around New Year by 行政機関の休日に関する法律, article 1, as plan data.
 *
 * @param daysOfTheFund the days that the fund closes itself, each with its reason
 */
public record Calendar(PlanData plan, Map<LocalDate, String> daysOfTheFund) {
    // No run of closed days comes near this; it ends the search if the data were to close every day.
    private static final int LONGEST_CLOSURE = 60;

    private static final String NEW_YEAR = "年末年始";

    public Calendar {
        daysOfTheFund = Map.copyOf(daysOfTheFund);
    }

    public boolean isOpen(LocalDate day) {
        return !isWeekend(day) && closed(day).isEmpty();
    }

    /**
     * The day itself if the fund is open on it, else the next one on which it is.
     *
     * @throws IllegalStateException if there is none within two months
     */
    public LocalDate nextOpenDay(LocalDate day) {
        return day.datesUntil(day.plusDays(LONGEST_CLOSURE))
                .filter(this::isOpen)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Closed for two months from " + day));
    }

    /** Why the fund is closed on a day, if it is one with a name: a mere Saturday or Sunday is none. */
    Optional<ClosedDay> closed(LocalDate day) {
        return PublicHolidays.known()
                .on(day)
                .map(name -> new ClosedDay(day, ClosedDayKind.PUBLIC_HOLIDAY, name))
                .or(() -> yearEnd(day))
                .or(() -> Optional.ofNullable(daysOfTheFund.get(day))
                        .map(reason -> new ClosedDay(day, ClosedDayKind.FUND, reason)));
    }

    /** The closed days with a name of a year, in order. */
    List<ClosedDay> closedIn(Year year) {
        return year.atDay(1)
                .datesUntil(year.plusYears(1).atDay(1))
                .flatMap(day -> closed(day).stream())
                .toList();
    }

    private Optional<ClosedDay> yearEnd(LocalDate day) {
        return plan.yearEndOn(day).contains(day)
                ? Optional.of(new ClosedDay(day, ClosedDayKind.YEAR_END, NEW_YEAR))
                : Optional.empty();
    }

    private static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }
}
