package jp.nenkin.ledger.run;

import java.util.ArrayList;
import java.util.List;
import jp.nenkin.ledger.account.AccountCommand;
import jp.nenkin.ledger.account.AccountDecider;
import jp.nenkin.ledger.account.AccountRows;
import jp.nenkin.ledger.account.AccountState;
import jp.nenkin.ledger.account.Books;
import jp.nenkin.ledger.account.Decision;
import jp.nenkin.ledger.journal.NewRow;
import jp.nenkin.ledger.journal.NewestRow;
import jp.nenkin.ledger.journal.StreamKind;
import jp.nenkin.ledger.money.MemberNumber;

/** Gives every account the same command: a month's contribution, or a year's interest. */
public final class AccountComputation implements RunComputation {
    private final AccountCommand command;
    private final Books books;

    public AccountComputation(AccountCommand command, Books books) {
        this.command = command;
        this.books = books;
    }

    @Override
    public List<NewRow> compute(MemberNumber member, List<NewestRow> newest) {
        List<NewRow> rows = new ArrayList<>(newest.size());
        for (NewestRow row : newest) {
            if (row.stream().kind() == StreamKind.ACCOUNT) {
                rows.addAll(compute(row));
            }
        }
        return rows;
    }

    private List<NewRow> compute(NewestRow row) {
        AccountState state = AccountRows.state(row);
        return switch (AccountDecider.decide(state, command, books)) {
            case Decision.Accepted accepted -> AccountRows.decided(row.version(), state, accepted.turns());
            case Decision.Retroactive retroactive -> throw new IllegalStateException(retroactive.detail());
            case Decision.Refused refused -> throw new RunRefused(refused);
        };
    }
}
