package jp.nenkin.member.listing;

/** Which periods of membership are asked for, as of a day. */
public enum Standing {
    /** Begun, and not lost on the day. */
    ACTIVE,
    /** Lost on the day or before. */
    LOST,
    ALL
}
