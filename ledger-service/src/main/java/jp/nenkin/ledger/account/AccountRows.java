package jp.nenkin.ledger.account;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jp.nenkin.ledger.account.AccountState.AwaitingBalance;
import jp.nenkin.ledger.account.AccountState.Closed;
import jp.nenkin.ledger.account.AccountState.Frozen;
import jp.nenkin.ledger.account.AccountState.RatePending;
import jp.nenkin.ledger.account.AccountState.Unopened;
import jp.nenkin.ledger.account.Decision.Turn;
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
        List<Turn> turns = new ArrayList<>(events.size());
        AccountState before = state;
        for (AccountEvent event : events) {
            before = AccountEvolution.evolve(before, event);
            turns.add(new Turn(event, before));
        }
        return decided(version, state, turns);
    }

    /** The rows of what has just been decided, without coming to each state a second time. */
    public static List<NewRow> decided(int version, AccountState state, List<Turn> turns) {
        List<NewRow> rows = new ArrayList<>(turns.size());
        AccountState before = state;
        for (Turn turn : turns) {
            rows.add(row(version + rows.size() + 1, turn.event(), before, turn.after()));
            before = turn.after();
        }
        return rows;
    }

    private static NewRow row(int version, AccountEvent event, AccountState before, AccountState after) {
        AccountEventCodec.Stored stored = AccountEventCodec.stored(event);
        return new NewRow(
                StreamId.of(event.account()),
                version,
                stored.type().writtenName(),
                event.valueDate(),
                event.amount(),
                event.balance(),
                stored.payload(),
                AccountStateCodec.bytes(after),
                standing(before, after, version));
    }

    /** A frozen or paid account leaves the generations until it comes back. */
    private static Standing standing(AccountState before, AccountState after, int version) {
        boolean rests = rests(after);
        if (version == 1) {
            return rests ? Standing.OPENS_AND_CLOSES : Standing.OPENS;
        }
        boolean rested = rests(before);
        if (rested == rests) {
            // Whoever rests already has a newer last row, which the registry must know.
            return rests ? Standing.CLOSES : Standing.GOES_ON;
        }
        return rests ? Standing.CLOSES : Standing.REOPENS;
    }

    private static boolean rests(AccountState state) {
        return switch (state) {
            case Frozen frozen -> true;
            case Closed closed -> true;
            case Unopened unopened -> true;
            case AwaitingBalance awaiting -> false;
            case RatePending pending -> false;
            case AccountState.Opened opened -> false;
        };
    }
}
