/** What the ledger refuses over HTTP: one list of codes with their statuses and wordings. */
@NullMarked
package jp.nenkin.ledger.problem;

import org.jspecify.annotations.NullMarked;
