/** Members' login IDs: drafted, made known to Keycloak, registered, replaced, closed. */
@NullMarked
package jp.nenkin.auth.account;

import org.jspecify.annotations.NullMarked;
