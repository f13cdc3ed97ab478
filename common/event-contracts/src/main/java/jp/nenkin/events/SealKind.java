package jp.nenkin.events;

/** What a seal covers: all rows of a run, or the rows that came one by one, day by day. */
public enum SealKind {
    RUN,
    DAY
}
