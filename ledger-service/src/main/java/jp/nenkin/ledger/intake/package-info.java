/** Facts as they come in: from member-service, decided and appended, or tried without effect. */
@NullMarked
package jp.nenkin.ledger.intake;

import org.jspecify.annotations.NullMarked;
