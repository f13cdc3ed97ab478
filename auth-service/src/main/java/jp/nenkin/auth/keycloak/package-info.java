/** Keycloak's people, kept through its admin API: what is asked at once, and changes that follow from facts. */
@NullMarked
package jp.nenkin.auth.keycloak;

import org.jspecify.annotations.NullMarked;
