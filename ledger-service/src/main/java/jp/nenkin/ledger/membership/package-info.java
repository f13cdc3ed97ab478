/** What is on record about a member, and what it makes of all the member's accounts: pure, so that it can be tried. */
@NullMarked
package jp.nenkin.ledger.membership;

import org.jspecify.annotations.NullMarked;
