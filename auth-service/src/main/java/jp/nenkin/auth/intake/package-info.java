/** What other services tell: taken into the view of people, and on to the login IDs that it concerns. */
@NullMarked
package jp.nenkin.auth.intake;

import org.jspecify.annotations.NullMarked;
