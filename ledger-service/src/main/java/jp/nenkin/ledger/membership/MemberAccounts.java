package jp.nenkin.ledger.membership;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jp.nenkin.ledger.account.AccountRows;
import jp.nenkin.ledger.account.AccountState;
import jp.nenkin.ledger.journal.Append;
import jp.nenkin.ledger.journal.NewestRow;
import jp.nenkin.ledger.journal.StreamId;
import jp.nenkin.ledger.journal.StreamKind;
import jp.nenkin.ledger.membership.MembershipDecider.Change;
import jp.nenkin.ledger.money.AccountId;
import jp.nenkin.ledger.money.MemberNumber;

/** The accounts of the members of one append, read once and kept as they change. */
final class MemberAccounts {
    private final Append append;
    private final Map<MemberNumber, Map<AccountId, AccountState>> byMember = new HashMap<>();

    MemberAccounts(Append append) {
        this.append = append;
        states(append.newest()).forEach(this::keep);
    }

    /** The states that accounts' newest rows hold; other streams are passed over. */
    static List<AccountState> states(Collection<NewestRow> rows) {
        return rows.stream()
                .filter(row -> row.stream().kind() == StreamKind.ACCOUNT)
                .map(AccountRows::state)
                .toList();
    }

    Collection<AccountState> of(MemberNumber member) {
        return List.copyOf(byMember.getOrDefault(member, Map.of()).values());
    }

    /** Appends what happens to one account. */
    void save(Change change) {
        StreamId stream = StreamId.of(change.account());
        append.write(AccountRows.after(append.newest(stream), change.account(), change.events()));
        append.newest(stream).map(AccountRows::state).ifPresent(this::keep);
    }

    private void keep(AccountState state) {
        byMember.computeIfAbsent(state.account().member(), member -> new LinkedHashMap<>())
                .put(state.account(), state);
    }
}
