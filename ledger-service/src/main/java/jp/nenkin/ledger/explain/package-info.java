/** Why every figure is what it is: what it is made of, down to the events and the filings behind them. */
@NullMarked
package jp.nenkin.ledger.explain;

import org.jspecify.annotations.NullMarked;
