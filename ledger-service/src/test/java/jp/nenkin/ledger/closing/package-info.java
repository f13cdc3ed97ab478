@NullMarked
package jp.nenkin.ledger.closing;

import org.jspecify.annotations.NullMarked;
