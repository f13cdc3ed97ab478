package jp.nenkin.benchmarks;

import java.time.Instant;
import java.time.YearMonth;
import jp.nenkin.events.EventType;
import jp.nenkin.events.RunCompleted;
import jp.nenkin.ledger.account.AccountCommand;
import jp.nenkin.ledger.account.AccountEventCodec;
import jp.nenkin.ledger.account.Books;
import jp.nenkin.ledger.money.FiscalYear;
import jp.nenkin.ledger.run.AccountComputation;
import jp.nenkin.ledger.run.CompletionEvent;
import jp.nenkin.ledger.run.Run;
import jp.nenkin.ledger.run.RunComputation;
import jp.nenkin.ledger.run.RunRules;
import jp.nenkin.ledger.run.RunTotals;

/** The real rules of the account with books that need no service. */
final class BenchRules implements RunRules {
    private final Books books;

    BenchRules(Books books) {
        this.books = books;
    }

    @Override
    public RunComputation computation(Run run) {
        String period = run.request().period();
        AccountCommand command = switch (run.request().kind()) {
            case CONTRIBUTION -> new AccountCommand.PostContribution(YearMonth.parse(period));
            case INTEREST -> new AccountCommand.CreditInterest(new FiscalYear(Integer.parseInt(period)));
            case STATEMENT -> throw new IllegalArgumentException("no statements here");
        };
        return new AccountComputation(command, books);
    }

    @Override
    public CompletionEvent completion(Run run, RunTotals totals, Instant completedAt) {
        RunCompleted completed = new RunCompleted(
                run.request().id(),
                run.request().kind(),
                run.request().period(),
                totals.events(),
                totals.amount().amount(),
                completedAt);
        return new CompletionEvent(EventType.RUN_COMPLETED.writtenName(), AccountEventCodec.bytes(completed));
    }
}
