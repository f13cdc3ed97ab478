/** The event store on a real database. */
@NullMarked
package jp.nenkin.ledger.journal;

import org.jspecify.annotations.NullMarked;
