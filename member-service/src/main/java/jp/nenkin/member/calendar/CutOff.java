package jp.nenkin.member.calendar;

import java.time.LocalDate;
import jp.nenkin.events.FilingChannel;
import jp.nenkin.events.FilingType;

/**
 * The last day (締切) on which a filing of a type and channel may be received and counts for a year's notice.
 *
 * @param fiscalYear the year whose 31 March the notice tells of: 2024 for 31 March 2025
 */
public record CutOff(int fiscalYear, FilingType type, FilingChannel channel, LocalDate lastDay) {}
