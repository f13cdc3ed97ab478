package jp.nenkin.member.plan;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Until when a filing is to be made.
 *
 * @param days how many days there are, the event's own being the first
 * @param dayOfNextMonth the day of the month after the event's that is the last one, if it is earlier
 * @param evidenceAfterDays how many days after the event's a filing is received that needs evidence
 */
public record DueTerms(@Nullable LocalDate from, int days, int dayOfNextMonth, int evidenceAfterDays) {}
