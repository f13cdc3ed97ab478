package jp.nenkin.ledger.membership;

import java.util.List;
import jp.nenkin.ledger.journal.Append;
import jp.nenkin.ledger.membership.MemberDecider.Change;

/** What is stored in the same append when a member's accounts have changed. */
@FunctionalInterface
public interface Aftermath {
    /** Nothing. */
    Aftermath NONE = (accounts, changes, append) -> {};

    /**
     * Stores what follows.
     *
     * @param accounts as the changes have left them
     * @param changes none where the accounts are looked at without one
     */
    void follow(MemberAccounts accounts, List<Change> changes, Append append);
}
