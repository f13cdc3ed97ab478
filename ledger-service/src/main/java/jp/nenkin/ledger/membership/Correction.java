package jp.nenkin.ledger.membership;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import jp.nenkin.events.BaseSalaryChanged;
import jp.nenkin.events.Filing;
import jp.nenkin.ledger.account.AccountEvent;
import jp.nenkin.ledger.account.AccountEvolution;
import jp.nenkin.ledger.account.AccountState;
import jp.nenkin.ledger.account.AccountState.Unopened;
import jp.nenkin.ledger.account.Books;
import jp.nenkin.ledger.account.PlanBalances;
import jp.nenkin.ledger.account.Refusal;
import jp.nenkin.ledger.account.Restatement;
import jp.nenkin.ledger.account.Restatement.AccountLife;
import jp.nenkin.ledger.membership.MemberDecider.Change;
import jp.nenkin.ledger.membership.MemberDecider.Outcome;
import jp.nenkin.ledger.membership.MemberFact.Payment;
import jp.nenkin.ledger.membership.MemberFact.Told;
import jp.nenkin.ledger.membership.Replay.Contradiction;
import jp.nenkin.ledger.money.AccountId;
import jp.nenkin.ledger.money.Yen;

/**
 * What a late or correcting fact makes of a member's accounts: they are decided afresh from the facts in effect, and
 * the difference to what was posted becomes events.
 *
 * <p>Source: domain rules, section 6 (corrections).
 */
public final class Correction {
    private Correction() {}

    /** Decides a fact from the whole history, without effect. */
    public static Outcome of(MemberHistory history, MemberFact fact, Books books, RightToBenefit right) {
        if (FactsInEffect.namesNothing(fact, history.facts())) {
            return new Outcome.Refused(
                    Refusal.FILING_NOT_IN_EFFECT,
                    "filing " + fact.replaces().orElseThrow() + " is not in effect for the member");
        }
        return of(history, Optional.of(fact), books, right);
    }

    /** Decides the known facts once more, as when a rate that they waited for is approved. */
    public static Outcome again(MemberHistory history, Books books, RightToBenefit right) {
        return of(history, Optional.empty(), books, right);
    }

    private static Outcome of(MemberHistory history, Optional<MemberFact> news, Books books, RightToBenefit right) {
        List<MemberFact> facts =
                Stream.concat(history.facts().stream(), news.stream()).toList();
        Replay.Replayed replayed = Replay.of(history.member(), FactsInEffect.of(facts), books, right);
        Optional<Contradiction> contradiction = replayed.contradictions().stream()
                .filter(each -> news.filter(each.fact()::equals).isPresent() || !isWithoutEffect(each.fact()))
                .findFirst();
        if (contradiction.isPresent()) {
            return refused(contradiction.get());
        }
        return news.filter(fact -> fact.replaces().isEmpty())
                .map(fact -> MemberDecider.decideForward(fact, accounts(history), books, right))
                .filter(forward -> leadsTo(forward, history, replayed.accounts()))
                .orElseGet(() -> new Outcome.Changes(changes(history, replayed.accounts(), cause(facts))));
    }

    private static MemberAccounts accounts(MemberHistory history) {
        return new MemberAccounts(
                history.member(),
                history.accounts().values().stream().map(AccountLife::state).toList());
    }

    /** Whether what happens on the last day alone makes of the accounts what all facts together make of them. */
    private static boolean leadsTo(Outcome forward, MemberHistory history, Map<AccountId, AccountLife> right) {
        if (!(forward instanceof Outcome.Changes changes)) {
            return false;
        }
        Map<AccountId, AccountState> states = new HashMap<>();
        history.accounts().forEach((account, life) -> states.put(account, life.state()));
        for (Change change : changes.changes()) {
            AccountState state = states.getOrDefault(change.account(), new Unopened(change.account()));
            for (AccountEvent event : change.events()) {
                state = AccountEvolution.evolve(state, event);
            }
            states.put(change.account(), state);
        }
        Map<AccountId, AccountState> wanted = new HashMap<>();
        right.forEach((account, life) -> wanted.put(account, life.state()));
        return states.equals(wanted);
    }

    /** A base salary of a time that is no membership any more has nothing to hold for. */
    private static boolean isWithoutEffect(MemberFact fact) {
        return fact instanceof Told told && told.event() instanceof BaseSalaryChanged;
    }

    private static Outcome refused(Contradiction contradiction) {
        return contradiction.fact() instanceof Payment payment
                ? new Outcome.Refused(
                        Refusal.PAID_ALREADY,
                        "a benefit was paid on " + payment.paidOn() + " for what this would take away")
                : new Outcome.Refused(contradiction.refusal(), contradiction.detail());
    }

    private static List<Change> changes(MemberHistory history, Map<AccountId, AccountLife> right, Filing cause) {
        Set<AccountId> accounts = new TreeSet<>(AccountId.IN_ORDER);
        accounts.addAll(right.keySet());
        accounts.addAll(history.accounts().keySet());
        List<Change> changes = new ArrayList<>();
        for (AccountId account : accounts) {
            AccountLife none = AccountLife.none(new Unopened(account));
            AccountLife posted = history.accounts().getOrDefault(account, none);
            AccountLife wanted = right.getOrDefault(account, none);
            List<AccountEvent> events = Restatement.of(posted, wanted, rounding(history, account), cause);
            if (!events.isEmpty()) {
                changes.add(new Change(account, events));
            }
        }
        return changes;
    }

    /** What was paid for an account's plan beyond what was taken out of the plan's accounts. */
    private static Yen rounding(MemberHistory history, AccountId account) {
        return PlanBalances.of(accounts(history).ofLife(account.life()).stream()
                        .filter(state -> state.account().plan() == account.plan())
                        .toList())
                .rounding();
    }

    /** The latest filing: what nobody filed, such as an approved rate, lets it take effect. */
    private static Filing cause(List<MemberFact> facts) {
        return facts.reversed().stream()
                .flatMap(fact -> fact.filing().stream())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no filing is on record"));
    }
}
