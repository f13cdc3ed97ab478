package jp.nenkin.member.month;

import java.time.YearMonth;
import java.util.Map;
import java.util.Optional;
import jp.nenkin.member.plan.Refusal;
import org.jspecify.annotations.Nullable;

/** Whether a month may be closed: once it has begun, and after the month before it; the very first may be any. */
record MonthClosingRules(YearMonth current) {

    /**
     * Judges a month that is not closed yet.
     *
     * @param latest the latest month closed, or null if none is
     */
    Optional<Refusal> refuse(YearMonth month, @Nullable YearMonth latest) {
        if (month.isAfter(current)) {
            return Refusal.because(MonthProblem.MONTH_NOT_BEGUN, Map.of("month", month, "current", current));
        }
        return latest == null || month.equals(latest.plusMonths(1))
                ? Optional.empty()
                : Refusal.because(
                        MonthProblem.MONTH_OUT_OF_ORDER, Map.of("month", month, "next", latest.plusMonths(1)));
    }
}
