@NullMarked
package jp.nenkin.ledger.contribution;

import org.jspecify.annotations.NullMarked;
