package jp.nenkin.member.calendar;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import jp.nenkin.member.plan.PlanData;
import jp.nenkin.member.plan.Refusal;

/** The days on which the fund is closed: by law, by the plan's data and by its own decision. */
@ApplicationScoped
public class ClosedDays {
    private final ClosedDayTable table;

    ClosedDays(ClosedDayTable table) {
        this.table = table;
    }

    /** The calendar as it now is, by which due dates are found; empty of the fund's own days for a member. */
    @Transactional
    public Calendar calendar() {
        return new Calendar(PlanData.standard(), table.all());
    }

    /** Adds a day of the fund's own, within the caller's transaction; refused if the fund is closed on it anyway. */
    Optional<Refusal> add(LocalDate day, String reason, String officer) {
        return calendar().isOpen(day) && table.add(day, reason, officer)
                ? Optional.empty()
                : Refusal.because(CalendarProblem.DAY_CLOSED_ALREADY, Map.of("day", day));
    }
}
