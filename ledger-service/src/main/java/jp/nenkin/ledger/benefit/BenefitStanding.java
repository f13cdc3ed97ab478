package jp.nenkin.ledger.benefit;

import java.util.List;
import java.util.Optional;
import jp.nenkin.kit.KitProblem;
import jp.nenkin.kit.Problem;
import jp.nenkin.ledger.account.AccountState;
import jp.nenkin.ledger.account.AccountState.Active;
import jp.nenkin.ledger.account.AccountState.AwaitingBalance;
import jp.nenkin.ledger.account.AccountState.Closed;
import jp.nenkin.ledger.account.AccountState.Deferred;
import jp.nenkin.ledger.account.AccountState.Early;
import jp.nenkin.ledger.account.AccountState.Frozen;
import jp.nenkin.ledger.account.AccountState.Payable;
import jp.nenkin.ledger.account.AccountState.RatePending;
import jp.nenkin.ledger.account.AccountState.Unopened;
import jp.nenkin.ledger.account.AccountState.Waiting;
import jp.nenkin.ledger.membership.MemberAccounts;
import jp.nenkin.ledger.problem.LedgerProblem;

/** What a member is with regard to a benefit: the first of these that one of the newest accounts is. */
enum BenefitStanding {
    RATE_PENDING,
    MEMBER,
    NO_RIGHT,
    DEFERRED,
    PAYABLE,
    PAID;

    /**
     * The standing that the accounts show.
     *
     * @throws Problem 404 when there is no account
     */
    static BenefitStanding of(MemberAccounts accounts) {
        return accounts.ofLife(accounts.life()).stream()
                .map(BenefitStanding::of)
                .min(Enum::compareTo)
                .orElseThrow(() -> Problem.of(KitProblem.NOT_FOUND));
    }

    private static BenefitStanding of(AccountState state) {
        return switch (state) {
            case RatePending pending -> RATE_PENDING;
            case Unopened unopened -> MEMBER;
            case AwaitingBalance awaiting -> MEMBER;
            case Active active -> MEMBER;
            case Early early -> MEMBER;
            case Frozen frozen -> NO_RIGHT;
            case Deferred deferred -> DEFERRED;
            case Waiting waiting -> DEFERRED;
            case Payable payable -> PAYABLE;
            case Closed closed -> PAID;
        };
    }

    /** The refusal of what only somebody can ask for who has another standing. */
    Problem refusal(MemberAccounts accounts) {
        return switch (this) {
            case RATE_PENDING ->
                Problem.of(LedgerProblem.RATE_NOT_APPROVED)
                        .with("fiscalYear", awaited(accounts).orElseThrow());
            case MEMBER -> Problem.of(LedgerProblem.STILL_A_MEMBER);
            case NO_RIGHT -> Problem.of(LedgerProblem.NO_RIGHT_TO_BENEFIT);
            case DEFERRED -> Problem.of(LedgerProblem.BENEFIT_DEFERRED);
            case PAYABLE -> Problem.of(LedgerProblem.BENEFIT_NOT_DEFERRED);
            case PAID -> Problem.of(LedgerProblem.PAID_ALREADY);
        };
    }

    /** The first year whose rate one of the member's accounts waits for. */
    static Optional<Integer> awaited(MemberAccounts accounts) {
        List<AccountState> states = accounts.ofLife(accounts.life());
        return states.stream()
                .filter(RatePending.class::isInstance)
                .map(state -> ((RatePending) state).awaited().year())
                .min(Integer::compareTo);
    }
}
