/** The journal as others see it. */
@NullMarked
package jp.nenkin.ledger.publish;

import org.jspecify.annotations.NullMarked;
