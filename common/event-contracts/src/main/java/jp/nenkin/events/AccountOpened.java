package jp.nenkin.events;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An account begins, with a balance of 0.
 *
 * @param baseSalary yen a month; a transferred asset has none
 * @param creditedMonths months of membership that a transferred asset carries, 0 for an ordinary account
 */
public record AccountOpened(
        String memberNumber,
        Plan plan,
        int ordinal,
        LocalDate valueDate,
        long balance,
        String establishmentNumber,
        LocalDate acquiredOn,
        @Nullable Long baseSalary,
        boolean takeOver,
        int creditedMonths,
        Filing filing)
        implements AccountEvent {

    public AccountOpened {
        Checks.memberNumber(memberNumber);
        requireNonNull(plan, "plan");
        Checks.ordinal(ordinal);
        requireNonNull(valueDate, "valueDate");
        Checks.establishmentNumber(establishmentNumber);
        requireNonNull(acquiredOn, "acquiredOn");
        requireNonNull(filing, "filing");
    }
}
