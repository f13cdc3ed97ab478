package jp.nenkin.member.application;

/** What has become of an application. */
public enum ApplicationState {
    /** An officer is to decide. */
    RECEIVED,
    /** In effect. */
    ACCEPTED,
    RETURNED
}
