@NullMarked
package jp.nenkin.ledger.intake;

import org.jspecify.annotations.NullMarked;
