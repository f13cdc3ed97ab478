package jp.nenkin.ledger.account;

import java.time.YearMonth;
import jp.nenkin.ledger.account.AccountEvent.MembershipEnded;
import jp.nenkin.ledger.account.AccountEvent.MembershipResumed;
import jp.nenkin.ledger.account.AccountState.Active;
import jp.nenkin.ledger.account.AccountState.AwaitingBalance;
import jp.nenkin.ledger.account.AccountState.Closed;
import jp.nenkin.ledger.account.AccountState.Frozen;
import jp.nenkin.ledger.account.AccountState.Opened;
import jp.nenkin.ledger.account.AccountState.Payable;
import jp.nenkin.ledger.account.AccountState.RatePending;
import jp.nenkin.ledger.account.AccountState.Unopened;
import jp.nenkin.ledger.account.AccountState.Waiting;
import jp.nenkin.ledger.interest.MonthKind;

/** What an account becomes when its member leaves or is back; a month counts by what the person is at its end. */
final class MembershipTurns {
    private MembershipTurns() {}

    static AccountState ended(AccountState state, MembershipEnded event) {
        Active active = AccountEvolution.active(state, event);
        Loss loss = new Loss(event.lostOn(), event.cause());
        YearMonth month = YearMonth.from(event.lostOn());
        Accrual outside = active.accrual().turning(month, MonthKind.OUTSIDE);
        Membership membership = active.membership();
        return switch (event.standing()) {
            case PAYABLE -> new Payable(active.account(), membership, loss, outside);
            case WAITING -> new Waiting(active.account(), membership, loss, event.until(), outside);
            case FROZEN ->
                new Frozen(active.account(), membership, loss, active.accrual().turning(month, MonthKind.FROZEN));
            case ACTIVE, DEFERRED, CLOSED, RATE_PENDING -> throw AccountEvolution.cannotFollow(state, event);
        };
    }

    static AccountState resumed(AccountState state, MembershipResumed event) {
        Opened left = switch (state) {
            case Active active -> throw AccountEvolution.cannotFollow(active, event);
            case Opened opened -> opened;
            case Unopened unopened -> throw AccountEvolution.cannotFollow(unopened, event);
            case AwaitingBalance awaiting -> throw AccountEvolution.cannotFollow(awaiting, event);
            case RatePending pending -> throw AccountEvolution.cannotFollow(pending, event);
            case Closed closed -> throw AccountEvolution.cannotFollow(closed, event);
        };
        YearMonth month = YearMonth.from(event.membership().acquiredOn());
        Accrual accrual = left instanceof Frozen frozen
                ? frozen.accrual().resumedOn(event.membership().acquiredOn())
                : left.accrual().turning(month, MonthKind.MEMBER);
        BaseSalaries salaries = AccountEvolution.salaries(
                month, event.membership().establishment(), event.baseSalary(), event.filing());
        Membership membership = event.membership().carrying(left.membership().creditedMonths());
        return new Active(left.account(), membership, Contributions.from(month, salaries), accrual);
    }
}
