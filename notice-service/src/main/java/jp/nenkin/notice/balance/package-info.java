/** The statements that the ledger has prepared, kept as they were published. */
@NullMarked
package jp.nenkin.notice.balance;

import org.jspecify.annotations.NullMarked;
