@NullMarked
package jp.nenkin.ledger.membership;

import org.jspecify.annotations.NullMarked;
