package jp.nenkin.events;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An account begins, with a balance of 0.
 *
 * @param joinedOn start of the earliest period combined with this one; the day of acquisition where there is none
 * @param earlierMonths months of membership in the earlier periods combined with this one
 * @param transferredAsset whether the member has brought an asset from another plan
 * @param baseSalary yen a month; a transferred asset has none
 * @param creditedMonths months of membership that a transferred asset carries, 0 for an ordinary account
 * @param waiting true where the asset came before its member joined
 */
public record AccountOpened(
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
        boolean takeOver,
        int creditedMonths,
        Filing filing,
        @Nullable Boolean waiting)
        implements AccountEvent {

    public AccountOpened {
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
