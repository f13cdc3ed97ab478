package jp.nenkin.auth.edge;

/** What a cookie opens. */
sealed interface Access {
    /** A session in force, with tokens good for the call at hand. */
    record Granted(Session session, Tokens tokens) implements Access {}

    /** There is none, or none any more. */
    record Missing() implements Access {}
}
