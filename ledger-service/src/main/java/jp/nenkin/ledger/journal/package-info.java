/** The event store: bytes in streams with versions, in segments; knows no event. */
@NullMarked
package jp.nenkin.ledger.journal;

import org.jspecify.annotations.NullMarked;
