/** What members who leave have a right to: quoted, deferred, paid; and what waits for a rate until then. */
@NullMarked
package jp.nenkin.ledger.benefit;

import org.jspecify.annotations.NullMarked;
