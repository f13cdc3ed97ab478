@NullMarked
package jp.nenkin.ledger.rate;

import org.jspecify.annotations.NullMarked;
