/**
 * The members' sign-in inside Keycloak: login ID, password and birth date on one page, one answer whichever is wrong, and
 * the limits of guessing.
 */
@NullMarked
package jp.nenkin.keycloak.login;

import org.jspecify.annotations.NullMarked;
