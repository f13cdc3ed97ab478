package jp.nenkin.ledger.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Objects;
import java.util.function.Supplier;
import jp.nenkin.events.EventJson;
import jp.nenkin.events.EventType;
import jp.nenkin.events.RunCompleted;
import jp.nenkin.kit.TenantScope;
import jp.nenkin.ledger.account.AccountCommand.CreditInterest;
import jp.nenkin.ledger.account.AccountCommand.PostContribution;
import jp.nenkin.ledger.account.AccountEventCodec;
import jp.nenkin.ledger.account.Books;
import jp.nenkin.ledger.membership.BirthDates;
import jp.nenkin.ledger.membership.RightToBenefit;
import jp.nenkin.ledger.money.FiscalYear;
import jp.nenkin.ledger.money.MemberNumber;
import jp.nenkin.ledger.statement.CutOffs;
import jp.nenkin.ledger.statement.FactTable;
import jp.nenkin.ledger.statement.Statements;

/** What each kind of run does, with the books as they stand when it begins. */
@ApplicationScoped
class FundRules implements RunRules {
    private final FundBooks fundBooks;
    private final FactTable facts;
    private final BirthDates birthDates;
    private final TenantScope scope;

    FundRules(FundBooks fundBooks, FactTable facts, BirthDates birthDates, TenantScope scope) {
        this.fundBooks = fundBooks;
        this.facts = facts;
        this.birthDates = birthDates;
        this.scope = scope;
    }

    @Override
    public RunComputation computation(Run run) {
        Books books = inTransaction(fundBooks::current);
        String period = run.request().period();
        return switch (run.request().kind()) {
            case CONTRIBUTION -> new AccountComputation(new PostContribution(YearMonth.parse(period)), books);
            case INTEREST -> new AccountComputation(new CreditInterest(year(period)), books);
            case STATEMENT ->
                new StatementComputation(
                        new Statements(year(period), cutOffs(run), books, this::right),
                        members -> facts.pages(members, page -> () -> inTransaction(page)));
        };
    }

    private RightToBenefit right(MemberNumber member) {
        return new RightToBenefit(
                fundBooks.terms(), inTransaction(() -> birthDates.of(member)).orElse(null));
    }

    private static FiscalYear year(String period) {
        return new FiscalYear(Integer.parseInt(period));
    }

    private static CutOffs cutOffs(Run run) {
        try {
            String parameters = Objects.requireNonNull(run.request().parameters(), "parameters");
            return EventJson.mapper().readValue(parameters, CutOffs.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the cut-offs of a run cannot be read", e);
        }
    }

    private <T> T inTransaction(Supplier<T> read) {
        return scope.asSystem(() -> QuarkusTransaction.requiringNew().call(read::get));
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
