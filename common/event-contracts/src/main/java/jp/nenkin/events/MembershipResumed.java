package jp.nenkin.events;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who was here before is a member again, and the account goes on from the balance it had.
 *
 * @param acquiredOn start of the new period
 * @param joinedOn start of the earliest period combined with this one
 * @param earlierMonths months of membership in the earlier periods combined with this one
 * @param transferredAsset whether the member has brought an asset from another plan
 * @param baseSalary yen a month; a transferred asset has none
 */
public record MembershipResumed(
        String memberNumber,
        Plan plan,
        int ordinal,
        LocalDate valueDate,
        long balance,
        String establishmentNumber,
        LocalDate acquiredOn,
        LocalDate joinedOn,
        int earlierMonths,
        boolean transferredAsset,
        @Nullable Long baseSalary,
        Filing filing)
        implements AccountEvent {

    public MembershipResumed {
        Checks.memberNumber(memberNumber);
        requireNonNull(plan, "plan");
        Checks.ordinal(ordinal);
        requireNonNull(valueDate, "valueDate");
        Checks.establishmentNumber(establishmentNumber);
        requireNonNull(acquiredOn, "acquiredOn");
        requireNonNull(joinedOn, "joinedOn");
        requireNonNull(filing, "filing");
    }
}
