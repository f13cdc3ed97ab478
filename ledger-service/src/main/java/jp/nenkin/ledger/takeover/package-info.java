/** Balances of a former system. */
@NullMarked
package jp.nenkin.ledger.takeover;

import org.jspecify.annotations.NullMarked;
