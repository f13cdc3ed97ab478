package jp.nenkin.ledger.explain;

import java.util.List;
import java.util.Map;
import jp.nenkin.events.StatementPrepared;
import jp.nenkin.events.StatementPrepared.AccountFigures;
import jp.nenkin.ledger.account.AccountState.Unopened;
import jp.nenkin.ledger.account.Books;
import jp.nenkin.ledger.account.Restatement.AccountLife;
import jp.nenkin.ledger.explain.Figures.StatementExplanation;
import jp.nenkin.ledger.journal.KnownJournal.KnownEvent;
import jp.nenkin.ledger.membership.RightToBenefit;
import jp.nenkin.ledger.money.AccountId;
import jp.nenkin.ledger.money.FiscalYear;
import jp.nenkin.ledger.rate.RateProposal;
import jp.nenkin.ledger.statement.CutOffs;
import jp.nenkin.ledger.statement.StatementResource;
import jp.nenkin.ledger.statement.Statements;

/**
 * A statement as it was prepared, and all that was known of its member then.
 *
 * @param view of the instant at which the statement became known
 */
record Stated(KnownEvent event, MemberView view, Map<FiscalYear, RateProposal> rates) {

    /**
     * Explains it from the facts that its cut-offs let in.
     *
     * @throws DoesNotAddUp when its figures are not what the rules make of them
     */
    StatementExplanation explained(Books books, RightToBenefit right) {
        StatementPrepared prepared = StatementResource.prepared(event.row());
        FiscalYear year = new FiscalYear(prepared.fiscalYear());
        Statements statements = new Statements(year, new CutOffs(prepared.cutOffs()), books, member -> right);
        Map<AccountId, AccountLife> lives = statements.lives(view.member(), view.facts());
        List<AccountFigures> again = statements
                .of(view.member(), view.facts())
                .map(StatementPrepared::accounts)
                .orElse(List.of());
        if (!again.equals(prepared.accounts())) {
            throw new DoesNotAddUp(
                    account(prepared.accounts().getFirst()), "the statement of " + year + " is another than computed");
        }
        return new StatementExplanation(
                prepared.memberNumber(),
                year.year(),
                event.row().stream().eventId(event.row().version()),
                event.from(),
                Wordings.FORMULA,
                prepared.accounts().stream()
                        .map(figures -> stated(figures, year, lives, books).explained())
                        .toList(),
                prepared.filingsLeftOut());
    }

    private StatedAccount stated(
            AccountFigures figures, FiscalYear year, Map<AccountId, AccountLife> lives, Books books) {
        AccountId account = account(figures);
        PostedAccount posted = view.account(account)
                .orElseThrow(() -> new DoesNotAddUp(account, "the ledger has no events of an account stated"));
        AccountLife life = lives.getOrDefault(account, AccountLife.none(new Unopened(account)));
        return new StatedAccount(figures, year, life.events(), new Parts(posted, books.terms(), rates));
    }

    private AccountId account(AccountFigures figures) {
        return new AccountId(view.member(), figures.plan(), figures.ordinal());
    }
}
