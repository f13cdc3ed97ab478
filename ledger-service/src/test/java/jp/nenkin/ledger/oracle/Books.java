package jp.nenkin.ledger.oracle;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The point that the fund's books have come to.
 *
 * @param contributionsThrough the last month whose contributions were run
 * @param creditedThrough the last fiscal year whose 31 March was run
 * @param rates approved rates in tenths of a percent by fiscal year
 * @param today the day up to which days of loss, ends of deferrals and old-age rights have come
 */
record Books(YearMonth contributionsThrough, int creditedThrough, Map<Integer, Integer> rates, LocalDate today) {
    Books {
        rates = Map.copyOf(rates);
        rates.forEach((year, tenths) -> {
            if (tenths < 0 || tenths > 50) {
                throw new IllegalArgumentException("No rate: " + tenths + " tenths of a percent in " + year);
            }
        });
    }

    @Nullable
    Integer tenthsOn(LocalDate day) {
        return rates.get(FiscalYears.of(day));
    }

    boolean hasCome(LocalDate day) {
        return !day.isAfter(today);
    }
}
