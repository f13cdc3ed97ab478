package jp.nenkin.member.calendar;

import java.time.LocalDate;

/**
 * A day, other than a Saturday or Sunday as such, on which the fund is closed.
 *
 * @param reason what the day is called, such as 元日
 */
public record ClosedDay(LocalDate day, Kind kind, String reason) {

    /** Why a day is closed. */
    public enum Kind {
        PUBLIC_HOLIDAY,
        YEAR_END,
        /** Closed by the fund itself. */
        FUND
    }
}
