/** The close of a year: a second computation that must agree on every account, and four eyes. */
@NullMarked
package jp.nenkin.ledger.closing;

import org.jspecify.annotations.NullMarked;
