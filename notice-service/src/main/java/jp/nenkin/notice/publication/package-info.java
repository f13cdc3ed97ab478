/** Publishing the balance notices of a fiscal year: a message for each member, and a mail to those with an address. */
@NullMarked
package jp.nenkin.notice.publication;

import org.jspecify.annotations.NullMarked;
