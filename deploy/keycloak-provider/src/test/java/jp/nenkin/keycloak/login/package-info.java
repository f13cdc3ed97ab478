/** Tests of what is pure in the sign-in; what Keycloak does with it is tested with a real one. */
@NullMarked
package jp.nenkin.keycloak.login;

import org.jspecify.annotations.NullMarked;
