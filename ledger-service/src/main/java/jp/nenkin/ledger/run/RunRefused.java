package jp.nenkin.ledger.run;

import jp.nenkin.ledger.account.Decision;

/** An account refuses what the run asks of it, so the run cannot be; the message is the run's reason. */
final class RunRefused extends RuntimeException {
    RunRefused(Decision.Refused refused) {
        super(refused.refusal() + ": " + refused.detail());
    }
}
