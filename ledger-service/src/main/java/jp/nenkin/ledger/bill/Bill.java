package jp.nenkin.ledger.bill;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import jp.nenkin.events.BillPrepared.PlanTotal;
import jp.nenkin.events.Plan;

/**
 * An establishment's bill of a month (掛金計算書). Source: domain rules, section 2.
 *
 * @param total yen, which may be negative
 * @param lines one for each contribution and difference, by member and plan
 */
public record Bill(
        String establishmentNumber,
        String month,
        Instant preparedAt,
        List<PlanTotal> plans,
        long total,
        List<Line> lines) {
    public Bill {
        plans = List.copyOf(plans);
        lines = List.copyOf(lines);
    }

    /** Contributions and corrections of all plans, in yen. */
    static long total(List<PlanTotal> plans) {
        return plans.stream()
                .mapToLong(plan -> Math.addExact(plan.contributions(), plan.corrections()))
                .reduce(0, Math::addExact);
    }

    /**
     * An amount on a bill.
     *
     * @param month the month it is for
     * @param amount yen
     */
    public record Line(String memberNumber, Plan plan, YearMonth month, BillLineKind kind, long amount) {}

    /** A bill without what is on it. */
    record Head(long number, String establishmentNumber, YearMonth month, Instant preparedAt) {}
}
