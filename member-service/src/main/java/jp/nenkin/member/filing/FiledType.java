package jp.nenkin.member.filing;

/** What was filed; a correction is a filing of the type that it corrects. */
public enum FiledType {
    ENROLMENT,
    LOSS,
    BASE_SALARY_CHANGE,
    NAME_CHANGE,
    BIRTH_DATE_CORRECTION,
    ADDRESS_CHANGE,
    TRANSFER_IN,
    CANCELLATION,
    TAKE_OVER
}
