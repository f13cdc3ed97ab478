@NullMarked
package jp.nenkin.ledger.explain;

import org.jspecify.annotations.NullMarked;
