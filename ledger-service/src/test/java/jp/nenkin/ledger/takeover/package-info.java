@NullMarked
package jp.nenkin.ledger.takeover;

import org.jspecify.annotations.NullMarked;
