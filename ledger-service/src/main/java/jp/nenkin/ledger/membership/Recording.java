package jp.nenkin.ledger.membership;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import jp.nenkin.ledger.account.AccountRows;
import jp.nenkin.ledger.account.AccountState;
import jp.nenkin.ledger.account.Books;
import jp.nenkin.ledger.journal.Append;
import jp.nenkin.ledger.journal.Journal;
import jp.nenkin.ledger.journal.NewRow;
import jp.nenkin.ledger.journal.NewestRow;
import jp.nenkin.ledger.journal.Standing;
import jp.nenkin.ledger.journal.StreamId;
import jp.nenkin.ledger.journal.StreamKind;
import jp.nenkin.ledger.membership.MemberDecider.Change;
import jp.nenkin.ledger.membership.MemberDecider.Outcome;
import jp.nenkin.ledger.money.AccountId;
import jp.nenkin.ledger.money.MemberNumber;
import jp.nenkin.ledger.money.Yen;

/**
 * Facts about members, one after the other in one append: each is decided, and it and all that follows from it are
 * stored together or not at all.
 */
public final class Recording {
    private static final byte[] NO_STATE = new byte[0];

    private final Journal journal;
    private final Append append;
    private final Books books;
    private final Function<MemberNumber, RightToBenefit> rights;
    private final Map<MemberNumber, Map<AccountId, AccountState>> states = new HashMap<>();
    private Aftermath aftermath = Aftermath.NONE;

    /**
     * Facts about the members that an append was begun with.
     *
     * @param rights what each member's age and the plan's terms give a right to
     */
    public Recording(Journal journal, Append append, Books books, Function<MemberNumber, RightToBenefit> rights) {
        this.journal = journal;
        this.append = append;
        this.books = books;
        this.rights = rights;
        states(append.newest()).forEach(this::keep);
    }

    /**
     * Ends the deferrals and waitings whose last day has come, so that whatever is decided next sees their end, the
     * month's run or no run. Source: domain rules, section 4.
     */
    public Recording endWhatHasCome() {
        for (MemberNumber member : List.copyOf(states.keySet())) {
            List<Change> ends = MemberDecider.ends(accounts(member), books);
            if (!ends.isEmpty()) {
                save(member, ends, Optional.empty());
            }
        }
        return this;
    }

    /** Has what follows from changed accounts stored with them. */
    public Recording followedBy(Aftermath follower) {
        aftermath = follower;
        return this;
    }

    /** The states that accounts' newest rows hold; other streams are passed over. */
    public static List<AccountState> states(Collection<NewestRow> rows) {
        return rows.stream()
                .filter(row -> row.stream().kind() == StreamKind.ACCOUNT)
                .map(AccountRows::state)
                .toList();
    }

    /** A member's accounts with what has been recorded so far. */
    public MemberAccounts accounts(MemberNumber member) {
        return new MemberAccounts(member, List.copyOf(ofMember(member).values()));
    }

    /** Decides a fact and, unless it is refused, stores it with what follows from it. */
    public Outcome record(MemberNumber member, MemberFact fact) {
        Outcome outcome = outcome(member, fact);
        if (outcome instanceof Outcome.Changes changes) {
            save(member, changes.changes(), Optional.of(fact));
        }
        return outcome;
    }

    private Outcome outcome(MemberNumber member, MemberFact fact) {
        RightToBenefit right = rights.apply(member);
        Outcome forward = MemberDecider.decide(fact, accounts(member), books, right);
        return forward instanceof Outcome.Retroactive ? Correction.of(history(member), fact, books, right) : forward;
    }

    private MemberHistory history(MemberNumber member) {
        append.flush();
        return MemberHistory.of(journal, member, ofMember(member).values());
    }

    /** Stores all of it; to be called once at the end. */
    public void finish() {
        append.flush();
    }

    /** Stores what follows from a member's accounts as they stand, such as after a run has changed them. */
    public void revisit(MemberNumber member) {
        aftermath.follow(accounts(member), List.of(), append);
    }

    /** Decides the member's known facts once more, as when a rate that they waited for is approved. */
    public Outcome again(MemberNumber member) {
        Outcome outcome = Correction.again(history(member), books, rights.apply(member));
        if (outcome instanceof Outcome.Changes changes) {
            save(member, changes.changes(), Optional.empty());
        }
        return outcome;
    }

    private void save(MemberNumber member, List<Change> changes, Optional<MemberFact> fact) {
        List<NewRow> rows = new ArrayList<>();
        for (Change change : changes) {
            StreamId stream = StreamId.of(change.account());
            rows.addAll(AccountRows.after(append.newest(stream), change.account(), change.events()));
        }
        fact.map(each -> row(member, each)).ifPresent(rows::add);
        append.add(rows);
        changes.forEach(change -> append.newest(StreamId.of(change.account()))
                .map(AccountRows::state)
                .ifPresent(this::keep));
        aftermath.follow(accounts(member), changes, append);
    }

    /** A member's own stream rests outside the generations: nothing but facts is on it. */
    private NewRow row(MemberNumber member, MemberFact fact) {
        StreamId stream = StreamId.of(member);
        int version = append.newest(stream).map(NewestRow::version).orElse(0) + 1;
        return new NewRow(
                stream,
                version,
                MemberFactCodec.type(fact),
                fact.effectiveOn(),
                Yen.ZERO,
                Yen.ZERO,
                MemberFactCodec.bytes(fact),
                NO_STATE,
                version == 1 ? Standing.OPENS_AND_CLOSES : Standing.CLOSES);
    }

    private Map<AccountId, AccountState> ofMember(MemberNumber member) {
        return states.computeIfAbsent(member, none -> new LinkedHashMap<>());
    }

    private void keep(AccountState state) {
        ofMember(state.account().member()).put(state.account(), state);
    }
}
