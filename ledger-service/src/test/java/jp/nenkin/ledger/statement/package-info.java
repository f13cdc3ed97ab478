@NullMarked
package jp.nenkin.ledger.statement;

import org.jspecify.annotations.NullMarked;
