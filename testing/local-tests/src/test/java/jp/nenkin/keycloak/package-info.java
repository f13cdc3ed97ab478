/** The realms tried against a real Keycloak, started by deploy/local. */
@NullMarked
package jp.nenkin.keycloak;

import org.jspecify.annotations.NullMarked;
