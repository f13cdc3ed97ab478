package jp.nenkin.member.calendar;

/** What closes a day. */
public enum ClosedDayKind {
    PUBLIC_HOLIDAY,
    YEAR_END,
    /** The fund itself. */
    FUND
}
