/** Runs: every open stream once, in a table of its own that becomes a segment when it is complete. */
@NullMarked
package jp.nenkin.ledger.run;

import org.jspecify.annotations.NullMarked;
