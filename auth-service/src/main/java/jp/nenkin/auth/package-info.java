/** Who somebody is and how they sign in, in front of Keycloak; comes next, and is empty until then. */
@NullMarked
package jp.nenkin.auth;

import org.jspecify.annotations.NullMarked;
