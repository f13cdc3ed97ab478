/** Closing a month: its filings are complete, and the contribution run may start. */
@NullMarked
package jp.nenkin.member.month;

import org.jspecify.annotations.NullMarked;
