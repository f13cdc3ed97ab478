@NullMarked
package jp.nenkin.ledger.bill;

import org.jspecify.annotations.NullMarked;
