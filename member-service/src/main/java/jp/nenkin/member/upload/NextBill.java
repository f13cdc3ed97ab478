package jp.nenkin.member.upload;

import java.time.YearMonth;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import jp.nenkin.events.Plan;
import jp.nenkin.member.upload.FileCheckResource.NextBillBody;
import jp.nenkin.member.upload.FileCheckResource.NextBillPlanBody;
import org.jspecify.annotations.Nullable;

/** Adds up what the rows of a file would change on the next bill. */
final class NextBill {
    private final Map<Plan, Long> lines = new EnumMap<>(Plan.class);
    private final Map<Plan, Long> regular = new EnumMap<>(Plan.class);
    private @Nullable YearMonth month;

    /** Whether an answer tells of the same month as those before it; between two of them a month may be run. */
    boolean isOf(YearMonth next) {
        return month == null || month.equals(next);
    }

    void add(YearMonth next, LedgerApi.FactAnswer fact) {
        month = next;
        fact.lines().forEach(line -> lines.merge(line.plan(), line.amount(), Math::addExact));
        fact.regular()
                .forEach(each ->
                        regular.merge(each.plan(), Math.subtractExact(each.after(), each.before()), Math::addExact));
    }

    /** Null where nothing was added. */
    @Nullable
    NextBillBody body() {
        return month == null
                ? null
                : new NextBillBody(
                        month,
                        List.of(Plan.values()).stream()
                                .filter(plan -> lines.containsKey(plan) || regular.containsKey(plan))
                                .map(plan -> new NextBillPlanBody(
                                        plan, lines.getOrDefault(plan, 0L), regular.getOrDefault(plan, 0L)))
                                .toList());
    }
}
