package jp.nenkin.ledger.account;

import java.time.YearMonth;
import jp.nenkin.ledger.interest.Rates;
import jp.nenkin.ledger.money.FiscalYear;
import org.jspecify.annotations.Nullable;

/**
 * Where the fund's books stand when a command is decided, and the plan data it is decided with.
 *
 * @param contributionsThrough the last month whose contributions were run; none before the first run
 * @param creditedThrough the last fiscal year whose interest was run; none before the first run
 */
public record Books(
        @Nullable YearMonth contributionsThrough, @Nullable FiscalYear creditedThrough, Rates rates, PlanTerms terms) {}
