package jp.nenkin.ledger.run;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jp.nenkin.ledger.account.Books;
import jp.nenkin.ledger.account.PlanData;
import jp.nenkin.ledger.account.PlanTerms;
import jp.nenkin.ledger.interest.Rates;
import jp.nenkin.ledger.journal.Database;
import jp.nenkin.ledger.money.FiscalYear;
import jp.nenkin.ledger.rate.RateProposals;

/** Where the fund's books stand: the last periods run, and the approved rates. */
@ApplicationScoped
public class FundBooks {
    private static final String LAST = """
            select max(period) as period from run where kind = ? and status = 'COMPLETED'
            """;

    private static final String AFTER = """
            select kind, max(period) as period from run
            where id = any (?) and kind in ('CONTRIBUTION', 'INTEREST') group by kind
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

    /**
     * The books as they stood when some runs were over and no other.
     *
     * @param runs their numbers
     */
    public Books after(Set<Long> runs, Rates rates) {
        Map<String, String> last = new HashMap<>();
        database.query(
                AFTER,
                statement -> statement.setArray(1, statement.getConnection().createArrayOf("int8", runs.toArray())),
                row -> last.put(row.getString("kind"), row.getString("period")));
        String month = last.get("CONTRIBUTION");
        String year = last.get("INTEREST");
        return new Books(
                month == null ? null : YearMonth.parse(month),
                year == null ? null : new FiscalYear(Integer.parseInt(year)),
                rates,
                plan.terms());
    }

    /** The figures of the fund's rules. */
    public PlanTerms terms() {
        return plan.terms();
    }

    private Optional<String> last(String kind) {
        return database.query(
                        LAST, statement -> statement.setString(1, kind), row -> Optional.ofNullable(row.getString(1)))
                .getFirst();
    }
}
