/** Mails about login IDs and addresses; a link in one opens something, so it is kept encrypted until it is sent. */
@NullMarked
package jp.nenkin.auth.mail;

import org.jspecify.annotations.NullMarked;
