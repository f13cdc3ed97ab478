@NullMarked
package jp.nenkin.ledger;

import org.jspecify.annotations.NullMarked;
