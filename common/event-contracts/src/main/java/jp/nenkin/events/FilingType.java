package jp.nenkin.events;

/** What a filing reports. */
public enum FilingType {
    ENROLMENT,
    BASE_SALARY_CHANGE,
    LOSS,
    TAKE_OVER
}
