package jp.nenkin.member.member;

/** What an enrolment says of a person's sex. */
public enum Sex {
    MALE,
    FEMALE
}
