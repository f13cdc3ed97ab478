package jp.nenkin.auth.user;

/** Whether a user may act. */
enum UserState {
    ACTIVE,
    SUSPENDED,
    /** For ever: the login ID is nobody else's. */
    ENDED
}
