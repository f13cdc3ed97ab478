/** Bills: what a month's run posted and what was posted since the run before, by establishment; control totals. */
@NullMarked
package jp.nenkin.ledger.bill;

import org.jspecify.annotations.NullMarked;
