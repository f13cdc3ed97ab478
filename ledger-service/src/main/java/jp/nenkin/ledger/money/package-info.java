/** What money and time are measured in: yen, accounts, member numbers, fiscal years; knows nothing of the rest. */
@NullMarked
package jp.nenkin.ledger.money;

import org.jspecify.annotations.NullMarked;
