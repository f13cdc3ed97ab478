/** Whom registrations are matched with, as the topics tell: of each person number, birth date and status. */
@NullMarked
package jp.nenkin.auth.people;

import org.jspecify.annotations.NullMarked;
