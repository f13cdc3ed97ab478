/** The realms tried against a real Keycloak, which only this module can start. */
@NullMarked
package jp.nenkin.keycloak;

import org.jspecify.annotations.NullMarked;
