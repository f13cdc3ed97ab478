/** Seals over what the journal holds, and their verification: whoever changes a row is found out. */
@NullMarked
package jp.nenkin.ledger.seal;

import org.jspecify.annotations.NullMarked;
