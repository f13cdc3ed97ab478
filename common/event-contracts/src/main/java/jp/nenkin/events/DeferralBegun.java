package jp.nenkin.events;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The benefit is deferred: the account goes on earning, counted from the day of loss.
 *
 * @param until the day it ends; absent while that is open
 * @param filing the member's application
 */
public record DeferralBegun(
        String memberNumber,
        Plan plan,
        int ordinal,
        LocalDate valueDate,
        long balance,
        @Nullable LocalDate until,
        Filing filing)
        implements AccountEvent {

    public DeferralBegun {
        Checks.memberNumber(memberNumber);
        requireNonNull(plan, "plan");
        Checks.ordinal(ordinal);
        requireNonNull(valueDate, "valueDate");
        requireNonNull(filing, "filing");
    }
}
