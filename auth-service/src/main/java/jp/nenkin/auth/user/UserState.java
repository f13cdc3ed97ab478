package jp.nenkin.auth.user;

/** Whether a user may act. */
enum UserState {
    /** An officer who is new or has new roles, and may not act until a second person has approved it. */
    PROPOSED,
    ACTIVE,
    SUSPENDED,
    /** For ever: the login ID is nobody else's. */
    ENDED
}
