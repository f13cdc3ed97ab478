/** What member-service says happened, turned into commands to accounts; and which months it has closed. */
@NullMarked
package jp.nenkin.ledger.membership;

import org.jspecify.annotations.NullMarked;
