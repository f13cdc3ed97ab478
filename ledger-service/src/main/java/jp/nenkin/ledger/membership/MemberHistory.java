package jp.nenkin.ledger.membership;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jp.nenkin.ledger.account.AccountEvent;
import jp.nenkin.ledger.account.AccountEventCodec;
import jp.nenkin.ledger.account.AccountState;
import jp.nenkin.ledger.account.Restatement.AccountLife;
import jp.nenkin.ledger.journal.Journal;
import jp.nenkin.ledger.journal.StreamId;
import jp.nenkin.ledger.money.AccountId;
import jp.nenkin.ledger.money.MemberNumber;

/**
 * All that is stored about a member.
 *
 * @param facts in the order in which they became known
 * @param accounts each account as it stands, with all its events
 */
public record MemberHistory(MemberNumber member, List<MemberFact> facts, Map<AccountId, AccountLife> accounts) {
    public MemberHistory {
        facts = List.copyOf(facts);
        accounts = Map.copyOf(accounts);
    }

    /** Reads what is stored besides the states that the member's accounts have. */
    static MemberHistory of(Journal journal, MemberNumber member, Collection<AccountState> states) {
        List<MemberFact> facts = journal.history(StreamId.of(member)).stream()
                .map(row -> MemberFactCodec.read(row.type(), row.payload()))
                .toList();
        Map<AccountId, AccountLife> accounts = new HashMap<>();
        states.forEach(state ->
                accounts.put(state.account(), new AccountLife(state, events(journal, state.account()))));
        return new MemberHistory(member, facts, accounts);
    }

    private static List<AccountEvent> events(Journal journal, AccountId account) {
        return journal.history(StreamId.of(account)).stream()
                .map(row -> AccountEventCodec.read(row.type(), row.payload()))
                .toList();
    }
}
