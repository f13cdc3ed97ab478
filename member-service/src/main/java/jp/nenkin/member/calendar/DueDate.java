package jp.nenkin.member.calendar;

import java.time.LocalDate;
import java.time.YearMonth;
import jp.nenkin.member.plan.DueTerms;
import jp.nenkin.member.plan.PlanData;

/**
 * Until when the filing of an event is to be received, and from when on it needs evidence.
 *
 * <p>Source: domain rules, section 6.
 *
 * @param eventDay the day of the event: of acquisition, of loss, or on which a base salary takes effect
 * @param lastDay the last day in time, one on which the fund is open
 * @param evidenceFrom the first day of receipt from which the filing needs evidence
 */
public record DueDate(LocalDate eventDay, LocalDate lastDay, LocalDate evidenceFrom) {

    /**
     * The due date of an event: 30 days with the event's day as the first, or the 14th of the next month if that is
     * earlier, and then the next day on which the fund is open. Of 1 April it is 30 April, of 20 April 14 May.
     */
    public static DueDate of(LocalDate eventDay, Calendar calendar) {
        DueTerms terms = calendar.plan().dueOn(eventDay);
        LocalDate byDays = eventDay.plusDays(terms.days() - 1L);
        LocalDate byMonth = YearMonth.from(eventDay).plusMonths(1).atDay(terms.dayOfNextMonth());
        LocalDate earlier = byDays.isBefore(byMonth) ? byDays : byMonth;
        return new DueDate(eventDay, calendar.nextOpenDay(earlier), evidenceFrom(eventDay, calendar.plan()));
    }

    /** The first day of receipt from which the filing of an event needs evidence: 60 days after the event's day. */
    public static LocalDate evidenceFrom(LocalDate eventDay, PlanData plan) {
        return eventDay.plusDays(plan.dueOn(eventDay).evidenceAfterDays());
    }

    /** Whether a filing received on a day, or one that is still missing on it, is late. */
    public boolean isOverdueOn(LocalDate receivedOn) {
        return receivedOn.isAfter(lastDay);
    }

    /** Whether a filing received on a day needs evidence of its event: 60 days after the event's day or later. */
    public boolean needsEvidenceOn(LocalDate receivedOn) {
        return !receivedOn.isBefore(evidenceFrom);
    }
}
