package jp.nenkin.auth.keycloak;

import java.time.Instant;

/**
 * An attempt to sign in, as Keycloak noted it.
 *
 * @param client through which program, by Keycloak's client id
 * @param from the network address
 */
public record SignIn(Instant at, boolean succeeded, String client, String from) {}
