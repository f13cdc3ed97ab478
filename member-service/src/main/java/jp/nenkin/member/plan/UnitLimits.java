package jp.nenkin.member.plan;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The units (口数) that a member may have in the second plan.
 *
 * @param least fewest units
 * @param most most units
 * @param yen base salary of one unit
 */
public record UnitLimits(@Nullable LocalDate from, int least, int most, long yen) {

    public boolean allow(int units) {
        return least <= units && units <= most;
    }
}
