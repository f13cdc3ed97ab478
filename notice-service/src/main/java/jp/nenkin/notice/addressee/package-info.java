/** Whom a message is for: the name to print and the address to write to, the newest known of each member. */
@NullMarked
package jp.nenkin.notice.addressee;

import org.jspecify.annotations.NullMarked;
