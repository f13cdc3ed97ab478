package jp.nenkin.events;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A fiscal year is closed by two officers, after a second computation has agreed on every account; a barrier. What is
 * corrected in the year afterwards comes as further events with value dates in it.
 *
 * @param seal the newest seal at the close, to be printed and kept; absent while there was none
 */
public record YearClosed(
        int fiscalYear,
        List<PlanTotal> plans,
        Instant closedAt,
        @Nullable SealRoot seal) implements LedgerEvent {

    public YearClosed {
        requireNonNull(closedAt, "closedAt");
        plans = List.copyOf(plans);
    }

    @Override
    public String key() {
        return Integer.toString(fiscalYear);
    }

    /** A seal by its number and the root it holds, in hexadecimal digits. */
    public record SealRoot(long number, String root) {

        public SealRoot {
            Checks.sha256("root", root);
        }
    }

    /**
     * A plan's control totals, in yen.
     *
     * @param accounts how many accounts there are, empty and frozen ones too
     * @param credited what the year brought but interest, with balances taken over
     * @param interest the year's interest
     * @param closing the balances at the end of the year together
     */
    public record PlanTotal(Plan plan, long accounts, long credited, long interest, long closing) {

        public PlanTotal {
            requireNonNull(plan, "plan");
        }
    }
}
