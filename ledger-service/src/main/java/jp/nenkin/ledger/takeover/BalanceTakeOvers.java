package jp.nenkin.ledger.takeover;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import jp.nenkin.kit.Problem;
import jp.nenkin.ledger.account.Refusal;
import jp.nenkin.ledger.benefit.Recordings;
import jp.nenkin.ledger.membership.MemberDecider.Outcome;
import jp.nenkin.ledger.membership.MemberFact.Balance;
import jp.nenkin.ledger.membership.Recording;
import jp.nenkin.ledger.problem.LedgerProblem;

/** Takes over the balances of a former system, a batch at a time: all of them or none. */
@ApplicationScoped
class BalanceTakeOvers {
    private static final Duration UNTIL_MEMBERS_ARRIVE = Duration.ofSeconds(2);

    private final Recordings recordings;

    BalanceTakeOvers(Recordings recordings) {
        this.recordings = recordings;
    }

    /**
     * Takes over a batch.
     *
     * @throws Problem when an account refuses its balance, or its member has not arrived; nothing is stored then
     */
    void takeOver(List<BalanceTakeOver> balances) {
        Recording recording = recordings.begin(
                balances.stream().map(balance -> balance.account().member()).toList());
        balances.forEach(balance -> take(balance, recording));
        recording.finish();
    }

    private static void take(BalanceTakeOver balance, Recording recording) {
        Balance fact = new Balance(balance.account(), balance.creditedOn(), balance.balance());
        switch (recording.record(balance.account().member(), fact)) {
            case Outcome.Changes changes -> {}
            case Outcome.Retroactive retroactive -> throw new IllegalStateException(fact + " was left undecided");
            case Outcome.Refused(Refusal refusal, String detail) -> {
                if (refusal == Refusal.ACCOUNT_NOT_OPEN) {
                    throw memberNotYetKnown(balance);
                }
                throw Problem.of(LedgerProblem.BALANCE_REFUSED)
                        .with("account", balance.account().toString())
                        .with("reason", detail);
            }
        }
    }

    private static Problem memberNotYetKnown(BalanceTakeOver balance) {
        return Problem.of(LedgerProblem.MEMBER_NOT_YET_KNOWN)
                .with("memberNumber", balance.account().member().toString())
                .retryAfter(UNTIL_MEMBERS_ARRIVE);
    }
}
