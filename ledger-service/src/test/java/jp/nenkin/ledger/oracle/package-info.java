/**
 * A second opinion on every yen: what is true of a person, counted month by month from the wording of the domain rules,
 * without a type of the ledger; and lives made from a seed, with the order in which an imperfect office learns of them.
 */
@NullMarked
package jp.nenkin.ledger.oracle;

import org.jspecify.annotations.NullMarked;
