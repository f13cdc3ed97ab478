package jp.nenkin.events;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Interest already credited turned out to be another; the difference was posted with the same crediting date.
 *
 * @param creditedOn the crediting date, which is the value date
 * @param interest yen as they should have been credited, 0 when none were due
 * @param amount the difference in yen, which may be negative
 * @param filing the filing that made the difference; absent when the fund itself did
 */
public record InterestAdjusted(
        String memberNumber,
        Plan plan,
        int ordinal,
        LocalDate valueDate,
        long balance,
        LocalDate creditedOn,
        long interest,
        long amount,
        @Nullable Filing filing)
        implements AccountEvent {

    public InterestAdjusted {
        Checks.memberNumber(memberNumber);
        requireNonNull(plan, "plan");
        Checks.ordinal(ordinal);
        requireNonNull(valueDate, "valueDate");
        requireNonNull(creditedOn, "creditedOn");
    }
}
