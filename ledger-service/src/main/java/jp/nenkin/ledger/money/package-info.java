/** What money and time are measured in: yen, accounts, member numbers, fiscal years; knows nothing else of the ledger. */
@NullMarked
package jp.nenkin.ledger.money;

import org.jspecify.annotations.NullMarked;
