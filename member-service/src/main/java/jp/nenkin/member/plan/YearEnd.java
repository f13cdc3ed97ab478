package jp.nenkin.member.plan;

import java.time.LocalDate;
import java.time.MonthDay;
import org.jspecify.annotations.Nullable;

/**
 * The days around New Year (年末年始) on which the fund is closed: from one in December to one in January.
 *
 * @param first the first of them
 * @param last the last of them
 */
public record YearEnd(@Nullable LocalDate from, MonthDay first, MonthDay last) {

    public YearEnd {
        if (!first.isAfter(last)) {
            throw new IllegalArgumentException("Not over the end of a year: " + first + " to " + last);
        }
    }

    public boolean contains(LocalDate day) {
        MonthDay within = MonthDay.from(day);
        return !within.isBefore(first) || !within.isAfter(last);
    }
}
