package jp.nenkin.events;

/** What a filing reports. */
public enum FilingType {
    ENROLMENT,
    BASE_SALARY_CHANGE,
    LOSS,
    TAKE_OVER,
    /** A move between establishments of the fund. */
    ESTABLISHMENT_CHANGE,
    /** An asset brought from another pension plan. */
    TRANSFER_IN,
    /** Takes back an earlier filing. */
    CANCELLATION,
    /** A member's application to be paid later. */
    DEFERRAL
}
