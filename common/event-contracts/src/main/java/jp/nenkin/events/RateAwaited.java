package jp.nenkin.events;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The account waits for a crediting rate: what was filed is known and takes effect when the rate is approved.
 *
 * @param fiscalYear the year whose rate is awaited
 * @param filing the filing that waits
 */
public record RateAwaited(
        String memberNumber,
        Plan plan,
        int ordinal,
        LocalDate valueDate,
        long balance,
        int fiscalYear,
        @Nullable Filing filing)
        implements AccountEvent {

    public RateAwaited {
        Checks.memberNumber(memberNumber);
        requireNonNull(plan, "plan");
        Checks.ordinal(ordinal);
        requireNonNull(valueDate, "valueDate");
    }
}
