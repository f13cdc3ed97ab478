package jp.nenkin.events;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;

/**
 * An establishment's bill (掛金計算書) of a month: the month's contributions of its members, and what was posted late or
 * adjusted since its bill before.
 *
 * @param plans the plans that have something on the bill
 * @param total yen, which may be negative
 */
public record BillPrepared(
        String establishmentNumber, YearMonth month, List<PlanTotal> plans, long total, Instant preparedAt)
        implements LedgerEvent {

    public BillPrepared {
        Checks.establishmentNumber(establishmentNumber);
        requireNonNull(month, "month");
        requireNonNull(preparedAt, "preparedAt");
        plans = List.copyOf(plans);
    }

    @Override
    public String key() {
        return establishmentNumber;
    }

    /**
     * A plan's part of a bill.
     *
     * @param accounts how many accounts have a contribution of the month
     * @param contributions their contributions together, in yen
     * @param corrections yen posted for earlier months, and differences
     */
    public record PlanTotal(Plan plan, long accounts, long contributions, long corrections) {

        public PlanTotal {
            requireNonNull(plan, "plan");
        }
    }
}
