/** Crediting rates: proposed by one officer, approved by another. */
@NullMarked
package jp.nenkin.ledger.rate;

import org.jspecify.annotations.NullMarked;
