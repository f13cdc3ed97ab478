@NullMarked
package jp.nenkin.ledger.benefit;

import org.jspecify.annotations.NullMarked;
