package jp.nenkin.events;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The member has moved to another establishment of the fund; membership goes on.
 *
 * @param establishmentNumber the new establishment
 * @param movedOn the first day there
 * @param baseSalary yen a month; absent where the new establishment does not offer the plan, and for a transferred
 *     asset
 */
public record EstablishmentMoved(
        String memberNumber,
        Plan plan,
        int ordinal,
        LocalDate valueDate,
        long balance,
        String establishmentNumber,
        LocalDate movedOn,
        @Nullable Long baseSalary,
        Filing filing)
        implements AccountEvent {

    public EstablishmentMoved {
        Checks.memberNumber(memberNumber);
        requireNonNull(plan, "plan");
        Checks.ordinal(ordinal);
        requireNonNull(valueDate, "valueDate");
        Checks.establishmentNumber(establishmentNumber);
        requireNonNull(movedOn, "movedOn");
        requireNonNull(filing, "filing");
    }
}
