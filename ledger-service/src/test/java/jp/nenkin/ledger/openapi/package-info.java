@NullMarked
package jp.nenkin.ledger.openapi;

import org.jspecify.annotations.NullMarked;
