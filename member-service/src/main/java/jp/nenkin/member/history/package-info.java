/** What was known of members when: every change of a profile, an address and an account. */
@NullMarked
package jp.nenkin.member.history;

import org.jspecify.annotations.NullMarked;
