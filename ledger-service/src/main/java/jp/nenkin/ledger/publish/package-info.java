/** What the journal holds, on its way to other systems. */
@NullMarked
package jp.nenkin.ledger.publish;

import org.jspecify.annotations.NullMarked;
