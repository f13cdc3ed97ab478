package jp.nenkin.ledger.account;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jp.nenkin.events.EventType;
import jp.nenkin.ledger.account.AccountState.Frozen;
import jp.nenkin.ledger.account.AccountState.Unopened;
import jp.nenkin.ledger.journal.NewRow;
import jp.nenkin.ledger.journal.NewestRow;
import jp.nenkin.ledger.journal.Standing;
import jp.nenkin.ledger.journal.StreamId;
import jp.nenkin.ledger.money.AccountId;

/** Between an account and its rows in the journal. */
public final class AccountRows {
    private AccountRows() {}

    /** The state that an account's newest row holds. */
    public static AccountState state(NewestRow newest) {
        return AccountStateCodec.read(newest.stream().account(), newest.state());
    }

    /**
     * The rows that events become, each with the state it leads to.
     *
     * @param newest the account's newest row, none while it is unopened
     * @throws IllegalStateException when an event cannot follow
     */
    public static List<NewRow> after(Optional<NewestRow> newest, AccountId account, List<AccountEvent> events) {
        AccountState state = newest.map(AccountRows::state).orElseGet(() -> new Unopened(account));
        return after(newest.map(NewestRow::version).orElse(0), state, events);
    }

    /** The same for a caller who has read the state already. */
    public static List<NewRow> after(int version, AccountState state, List<AccountEvent> events) {
        List<NewRow> rows = new ArrayList<>(events.size());
        AccountState before = state;
        for (AccountEvent event : events) {
            AccountState after = AccountEvolution.evolve(before, event);
            rows.add(row(version + rows.size() + 1, event, before, after));
            before = after;
        }
        return rows;
    }

    private static NewRow row(int version, AccountEvent event, AccountState before, AccountState after) {
        jp.nenkin.events.AccountEvent published = AccountEventCodec.published(event);
        return new NewRow(
                StreamId.of(event.account()),
                version,
                EventType.of(published).writtenName(),
                event.valueDate(),
                event.amount(),
                event.balance(),
                AccountEventCodec.bytes(published),
                AccountStateCodec.bytes(after),
                standing(before, after));
    }

    /** A frozen account leaves the generations until it is restored. */
    private static Standing standing(AccountState before, AccountState after) {
        if (before instanceof Unopened) {
            return Standing.OPENS;
        }
        boolean wasFrozen = before instanceof Frozen;
        boolean isFrozen = after instanceof Frozen;
        if (wasFrozen == isFrozen) {
            return Standing.GOES_ON;
        }
        return isFrozen ? Standing.CLOSES : Standing.REOPENS;
    }
}
