/** What seals hold and what verification finds, on a real database. */
@NullMarked
package jp.nenkin.ledger.seal;

import org.jspecify.annotations.NullMarked;
