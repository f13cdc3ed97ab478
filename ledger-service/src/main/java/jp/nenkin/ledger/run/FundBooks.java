package jp.nenkin.ledger.run;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.YearMonth;
import java.util.Optional;
import jp.nenkin.ledger.account.Books;
import jp.nenkin.ledger.account.PlanData;
import jp.nenkin.ledger.journal.Database;
import jp.nenkin.ledger.money.FiscalYear;
import jp.nenkin.ledger.rate.RateProposals;

/** Where the fund's books stand: the last periods run, and the approved rates. */
@ApplicationScoped
public class FundBooks {
    private static final String LAST = """
            select max(period) as period from run where kind = ? and status = 'COMPLETED'
            """;

    private final Database database;
    private final RateProposals rates;
    private final PlanData plan;

    FundBooks(Database database, RateProposals rates, PlanData plan) {
        this.database = database;
        this.rates = rates;
        this.plan = plan;
    }

    /** The books as the current transaction sees them; whoever decides holds the gate, so that no run moves them. */
    public Books current() {
        return new Books(
                last("CONTRIBUTION").map(YearMonth::parse).orElse(null),
                last("INTEREST")
                        .map(year -> new FiscalYear(Integer.parseInt(year)))
                        .orElse(null),
                rates.approved(),
                plan.terms());
    }

    private Optional<String> last(String kind) {
        return database.query(
                        LAST, statement -> statement.setString(1, kind), row -> Optional.ofNullable(row.getString(1)))
                .getFirst();
    }
}
