package jp.nenkin.ledger.membership;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jp.nenkin.events.MemberEnrolled;
import jp.nenkin.ledger.account.AccountCommand.CatchUp;
import jp.nenkin.ledger.account.AccountDecider;
import jp.nenkin.ledger.account.AccountEvent;
import jp.nenkin.ledger.account.AccountEvolution;
import jp.nenkin.ledger.account.AccountState;
import jp.nenkin.ledger.account.AccountState.Unopened;
import jp.nenkin.ledger.account.Books;
import jp.nenkin.ledger.account.Decision;
import jp.nenkin.ledger.account.Refusal;
import jp.nenkin.ledger.account.Restatement.AccountLife;
import jp.nenkin.ledger.membership.MemberDecider.Change;
import jp.nenkin.ledger.membership.MemberDecider.Outcome;
import jp.nenkin.ledger.membership.MemberFact.Recovery;
import jp.nenkin.ledger.membership.MemberFact.Told;
import jp.nenkin.ledger.money.AccountId;
import jp.nenkin.ledger.money.MemberNumber;

/** A member's accounts as the facts in effect make them: as if each fact had been known on its day. */
public final class Replay {
    private final MemberNumber member;
    private final Books unposted;
    private final RightToBenefit right;
    private final Map<AccountId, AccountState> states = new LinkedHashMap<>();
    private final Map<AccountId, List<AccountEvent>> events = new LinkedHashMap<>();
    private final List<Contradiction> contradictions = new ArrayList<>();

    private Replay(MemberNumber member, Books books, RightToBenefit right) {
        this.member = member;
        this.unposted = new Books(null, null, books.rates(), books.terms());
        this.right = right;
    }

    /** A fact that cannot be with the others. */
    public record Contradiction(MemberFact fact, Refusal refusal, String detail) {}

    /** What the facts make of each account, and those that cannot be. */
    public record Replayed(Map<AccountId, AccountLife> accounts, List<Contradiction> contradictions) {}

    /**
     * Decides all facts afresh: first with nothing posted, then everything up to the books.
     *
     * @param facts those in effect, in their true order
     */
    public static Replayed of(MemberNumber member, List<MemberFact> facts, Books books, RightToBenefit right) {
        Replay replay = new Replay(member, books, right);
        // Decided afresh, nothing is paid too much, so that nothing has come back.
        facts.stream().filter(fact -> !(fact instanceof Recovery)).forEach(replay::take);
        List.copyOf(replay.states.values()).forEach(state -> replay.catchUp(state, books));
        Map<AccountId, AccountLife> lives = new LinkedHashMap<>();
        replay.states.forEach((account, state) -> lives.put(
                account, new AccountLife(state, List.copyOf(replay.events.getOrDefault(account, List.of())))));
        return new Replayed(lives, List.copyOf(replay.contradictions));
    }

    private void take(MemberFact fact) {
        LocalDate come = isBack(fact) ? fact.effectiveOn().minusDays(1) : fact.effectiveOn();
        List.copyOf(states.values()).stream()
                .filter(AccountState.Earning.class::isInstance)
                .forEach(state -> catchUp(state, unposted.on(come)));
        MemberAccounts accounts = new MemberAccounts(member, states.values());
        switch (MemberDecider.decideForward(fact, accounts, unposted, right)) {
            case Outcome.Changes changes -> changes.changes().forEach(this::apply);
            case Outcome.Refused refused ->
                contradictions.add(new Contradiction(fact, refused.refusal(), refused.detail()));
            case Outcome.Retroactive retroactive ->
                contradictions.add(new Contradiction(
                        fact, Refusal.CONTRADICTED, "on " + fact.effectiveOn() + " there was nothing it could change"));
        }
    }

    /** A membership ends a deferral or waiting by itself: on its day nothing else does. */
    private static boolean isBack(MemberFact fact) {
        return fact instanceof Told told && told.event() instanceof MemberEnrolled;
    }

    private void catchUp(AccountState state, Books books) {
        if (!(state instanceof AccountState.Opened)) {
            return;
        }
        switch (AccountDecider.decide(state, new CatchUp(), books)) {
            case Decision.Accepted accepted -> apply(new Change(state.account(), accepted.events()));
            case Decision.Retroactive retroactive -> throw new IllegalStateException(retroactive.detail());
            case Decision.Refused refused -> throw new IllegalStateException(refused.detail());
        }
    }

    private void apply(Change change) {
        AccountId account = change.account();
        AccountState state = states.getOrDefault(account, new Unopened(account));
        for (AccountEvent event : change.events()) {
            state = AccountEvolution.evolve(state, event);
            events.computeIfAbsent(account, none -> new ArrayList<>()).add(event);
        }
        states.put(account, state);
    }
}
