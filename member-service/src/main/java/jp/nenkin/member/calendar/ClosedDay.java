package jp.nenkin.member.calendar;

import java.time.LocalDate;

/**
 * A day, other than a Saturday or Sunday as such, on which the fund is closed.
 *
 * @param reason what the day is called, such as 元日
 */
public record ClosedDay(LocalDate day, ClosedDayKind kind, String reason) {}
