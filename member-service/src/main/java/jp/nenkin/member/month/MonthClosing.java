package jp.nenkin.member.month;

import java.time.Instant;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * A month whose filings are complete.
 *
 * @param runCompletedAt when the ledger had posted its contributions, or null until then
 */
record MonthClosing(
        YearMonth month, Instant closedAt, @Nullable Instant runCompletedAt) {}
