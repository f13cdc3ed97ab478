/** Whom registrations are matched with, as the topics tell: of each person the number, the birth date and the status. */
@NullMarked
package jp.nenkin.auth.people;

import org.jspecify.annotations.NullMarked;
