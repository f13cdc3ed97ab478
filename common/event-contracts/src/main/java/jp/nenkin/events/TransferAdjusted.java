package jp.nenkin.events;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An asset already credited turned out to be another amount; the difference was posted with the same value date.
 *
 * @param amount the difference in yen, which may be negative
 * @param filing the filing that made the difference; absent when the fund itself did
 */
public record TransferAdjusted(
        String memberNumber,
        Plan plan,
        int ordinal,
        LocalDate valueDate,
        long balance,
        long amount,
        @Nullable Filing filing)
        implements AccountEvent {

    public TransferAdjusted {
        Checks.memberNumber(memberNumber);
        requireNonNull(plan, "plan");
        Checks.ordinal(ordinal);
        requireNonNull(valueDate, "valueDate");
    }
}
