/** The figures of the yearly notice, prepared by a run of their own. */
@NullMarked
package jp.nenkin.ledger.statement;

import org.jspecify.annotations.NullMarked;
