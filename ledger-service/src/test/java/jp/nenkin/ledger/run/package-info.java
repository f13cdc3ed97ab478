/** Runs on a real database. */
@NullMarked
package jp.nenkin.ledger.run;

import org.jspecify.annotations.NullMarked;
