/**
 * What Keycloak must hold for this system, as files, and the one job that applies them; the callers of the local system
 * and the one place that gets their tokens.
 */
@NullMarked
package jp.nenkin.keycloak;

import org.jspecify.annotations.NullMarked;
