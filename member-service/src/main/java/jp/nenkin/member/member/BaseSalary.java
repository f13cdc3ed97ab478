package jp.nenkin.member.member;

import java.time.LocalDate;
import java.util.UUID;
import jp.nenkin.events.Plan;
import org.jspecify.annotations.Nullable;

/**
 * A base salary of one plan, in yen, from a day on.
 *
 * @param replaces the filing whose figure for the same day this one takes the place of
 */
public record BaseSalary(
        Plan plan,
        LocalDate effectiveFrom,
        long yen,
        UUID filing,
        @Nullable UUID replaces) {}
