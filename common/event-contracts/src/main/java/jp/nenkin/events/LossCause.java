package jp.nenkin.events;

/** Why a membership ended. */
public enum LossCause {
    RETIREMENT,
    DEATH,
    AGE_65,
    REENROLMENT,
    DISMISSAL,
    MERGER,
    VOLUNTARY_WITHDRAWAL,
    OTHER
}
