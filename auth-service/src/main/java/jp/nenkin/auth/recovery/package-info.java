/** A login ID or password that was forgotten: who asks proves that he reads the member's mail or post. */
@NullMarked
package jp.nenkin.auth.recovery;

import org.jspecify.annotations.NullMarked;
