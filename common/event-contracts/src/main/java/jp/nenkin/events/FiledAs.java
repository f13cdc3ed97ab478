package jp.nenkin.events;

/** As what something was filed. */
public enum FiledAs {
    ENROLMENT,
    LOSS,
    BASE_SALARY_CHANGE,
    NAME_CHANGE,
    BIRTH_DATE_CORRECTION,
    ADDRESS_CHANGE,
    TRANSFER_IN,
    /** Of what a correction corrects, only a filing that took effect says the type. */
    CORRECTION,
    CANCELLATION,
    BASE_CALCULATION,
    MONTHLY_CHANGE,
    /** Somebody on a payroll's roster. */
    EMPLOYED
}
