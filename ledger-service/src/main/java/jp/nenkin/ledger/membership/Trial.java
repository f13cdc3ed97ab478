package jp.nenkin.ledger.membership;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jp.nenkin.ledger.account.AccountEvent;
import jp.nenkin.ledger.account.AccountEvolution;
import jp.nenkin.ledger.account.AccountState;
import jp.nenkin.ledger.account.AccountState.Unopened;
import jp.nenkin.ledger.account.Books;
import jp.nenkin.ledger.account.Restatement.AccountLife;
import jp.nenkin.ledger.journal.Journal;
import jp.nenkin.ledger.membership.MemberDecider.Change;
import jp.nenkin.ledger.membership.MemberDecider.Outcome;
import jp.nenkin.ledger.membership.MemberFact.Told;
import jp.nenkin.ledger.money.AccountId;
import jp.nenkin.ledger.money.MemberNumber;

/** Facts about a member tried one after the other, each on what those before it would lead to; nothing is stored. */
public final class Trial {
    private final MemberNumber member;
    private final Books books;
    private final RightToBenefit right;
    private final List<MemberFact> facts;
    private final Map<AccountId, AccountLife> lives;

    Trial(MemberHistory history, Books books, RightToBenefit right) {
        this.member = history.member();
        this.books = books;
        this.right = right;
        this.facts = new ArrayList<>(history.facts());
        this.lives = new HashMap<>(history.accounts());
    }

    /** Begins with the member's accounts as they stand. */
    public static Trial of(Journal journal, MemberNumber member, Books books, RightToBenefit right) {
        List<AccountState> states = Recording.states(journal.newestOf(List.of(member)));
        return new Trial(MemberHistory.of(journal, member, states), books, right);
    }

    /** What a fact would lead to after those tried before it; one that is refused counts as not tried. */
    public Outcome outcome(Told fact) {
        Outcome forward = MemberDecider.decide(fact, accounts(), books, right);
        Outcome outcome = forward instanceof Outcome.Retroactive
                ? Correction.of(new MemberHistory(member, facts, lives), fact, books, right)
                : forward;
        if (outcome instanceof Outcome.Changes changes) {
            facts.add(fact);
            changes.changes().forEach(this::follow);
        }
        return outcome;
    }

    private void follow(Change change) {
        AccountLife before = lives.getOrDefault(change.account(), AccountLife.none(new Unopened(change.account())));
        AccountState state = before.state();
        for (AccountEvent event : change.events()) {
            state = AccountEvolution.evolve(state, event);
        }
        List<AccountEvent> events = new ArrayList<>(before.events());
        events.addAll(change.events());
        lives.put(change.account(), new AccountLife(state, List.copyOf(events)));
    }

    /** The accounts as they would be. */
    public MemberAccounts accounts() {
        return new MemberAccounts(
                member, lives.values().stream().map(AccountLife::state).toList());
    }
}
