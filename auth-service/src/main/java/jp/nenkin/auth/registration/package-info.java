/** How a member comes to a login ID: consent, identity, draft, password. */
@NullMarked
package jp.nenkin.auth.registration;

import org.jspecify.annotations.NullMarked;
