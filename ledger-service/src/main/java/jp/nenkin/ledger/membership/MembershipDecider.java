package jp.nenkin.ledger.membership;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import jp.nenkin.events.BaseSalaryChanged;
import jp.nenkin.events.EligibilityLost;
import jp.nenkin.events.MemberEnrolled;
import jp.nenkin.events.MemberEvent;
import jp.nenkin.events.MemberTakenOver;
import jp.nenkin.events.MonthClosed;
import jp.nenkin.ledger.account.AccountDecider;
import jp.nenkin.ledger.account.AccountEvent;
import jp.nenkin.ledger.account.AccountState;
import jp.nenkin.ledger.account.AccountState.Active;
import jp.nenkin.ledger.account.AccountState.AwaitingBalance;
import jp.nenkin.ledger.account.AccountState.Unopened;
import jp.nenkin.ledger.account.Books;
import jp.nenkin.ledger.account.Decision;
import jp.nenkin.ledger.account.Refusal;
import jp.nenkin.ledger.membership.MembershipCommands.ForAccount;
import jp.nenkin.ledger.money.AccountId;

/** What a fact about a member does to all of the member's accounts: everything, or nothing. */
final class MembershipDecider {
    private MembershipDecider() {}

    /** The answer for all accounts together. */
    sealed interface Outcome {
        /** The events of each account, in order. */
        record Changes(List<Change> changes) implements Outcome {}

        /** The rule that one account refuses with. */
        record Refused(Refusal refusal, String detail) implements Outcome {}
    }

    /** What happens to one account. */
    record Change(AccountId account, List<AccountEvent> events) {}

    /**
     * Decides a fact without effect.
     *
     * @param states the member's accounts as they stand
     */
    static Outcome decide(MemberEvent fact, Collection<AccountState> states, Books books) {
        Map<AccountId, AccountState> byAccount =
                states.stream().collect(Collectors.toMap(AccountState::account, Function.identity()));
        List<ForAccount> commands = commands(fact, states);
        if (commands.isEmpty()) {
            return byAccount.isEmpty()
                    ? new Outcome.Refused(Refusal.ACCOUNT_NOT_OPEN, "the member has no account")
                    : new Outcome.Refused(Refusal.MEMBERSHIP_ALREADY_ENDED, "all accounts of the member have ended");
        }
        List<Change> changes = new ArrayList<>();
        for (ForAccount command : commands) {
            AccountId account = command.account();
            AccountState state = byAccount.getOrDefault(account, new Unopened(account));
            switch (AccountDecider.decide(state, command.command(), books)) {
                case Decision.Accepted accepted -> changes.add(new Change(account, accepted.events()));
                case Decision.Refused refused -> {
                    return new Outcome.Refused(refused.refusal(), refused.detail());
                }
            }
        }
        return new Outcome.Changes(changes);
    }

    private static List<ForAccount> commands(MemberEvent fact, Collection<AccountState> states) {
        return switch (fact) {
            case MemberEnrolled enrolled ->
                MembershipCommands.of(
                        enrolled, states.stream().map(AccountState::account).toList());
            case BaseSalaryChanged changed -> MembershipCommands.of(changed);
            case EligibilityLost lost -> MembershipCommands.of(lost, notEnded(states));
            case MemberTakenOver takenOver -> MembershipCommands.of(takenOver);
            case MonthClosed closed -> throw new IllegalArgumentException(closed + " is about no member");
        };
    }

    private static List<AccountId> notEnded(Collection<AccountState> states) {
        return states.stream()
                .filter(state -> state instanceof Active || state instanceof AwaitingBalance)
                .map(AccountState::account)
                .toList();
    }
}
