package jp.nenkin.member.filing;

import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jp.nenkin.member.calendar.DueDate;
import jp.nenkin.member.plan.PlanData;
import org.jspecify.annotations.Nullable;

/**
 * What an officer decides before it takes effect: a filing that needs evidence, and what changes a closed fiscal year.
 *
 * <p>Source: domain rules, section 6.
 */
record DecisionRules(PlanData plan) {

    /**
     * The days that a filing is about.
     *
     * @param event the day of its event, from which it is counted how late it is; null where that plays no part
     * @param changed the first day from which it changes what is on record; null where no figure follows from it
     */
    record Days(@Nullable LocalDate event, @Nullable LocalDate changed) {

        /** The same, of a filing that takes another back, whose facts began on a day. */
        Days takingBack(Optional<LocalDate> begun) {
            return begun.filter(day -> changed == null || day.isBefore(changed))
                    .map(day -> new Days(event, day))
                    .orElse(this);
        }
    }

    /**
     * Why a filing waits; empty if it takes effect at once.
     *
     * @param closedYear the latest fiscal year that is closed, if any is
     */
    List<WaitingReason> reasons(Days days, LocalDate receivedOn, Optional<Integer> closedYear) {
        List<WaitingReason> reasons = new ArrayList<>();
        LocalDate event = days.event();
        if (event != null && !receivedOn.isBefore(DueDate.evidenceFrom(event, plan))) {
            reasons.add(WaitingReason.LATE);
        }
        LocalDate changed = days.changed();
        if (changed != null
                && closedYear.filter(year -> fiscalYear(changed) <= year).isPresent()) {
            reasons.add(WaitingReason.CLOSED_YEAR);
        }
        return reasons;
    }

    /** The fiscal year of a day: from 1 April on it is that of the calendar. */
    static int fiscalYear(LocalDate day) {
        return day.getMonth().compareTo(Month.APRIL) < 0 ? day.getYear() - 1 : day.getYear();
    }
}
