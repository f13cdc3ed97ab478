package jp.nenkin.ledger.membership;

import java.util.List;
import java.util.Map;
import jp.nenkin.ledger.account.Restatement.AccountLife;
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
}
