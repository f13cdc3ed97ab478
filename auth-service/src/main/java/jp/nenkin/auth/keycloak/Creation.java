package jp.nenkin.auth.keycloak;

/** What came of making Keycloak know somebody. */
public sealed interface Creation {
    /** It does now, under this id of its own. */
    record Created(String id) implements Creation {}

    /** It knows somebody of this login ID already. */
    record Taken() implements Creation {}

    /** Its rules do not let the password pass. */
    record PasswordRefused() implements Creation {}
}
