package jp.nenkin.events;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The account's contributions follow another base salary from 1 April or 1 October on; the balance stays.
 *
 * @param replaces the filing that this one corrects
 */
public record BaseSalaryRecorded(
        String memberNumber,
        Plan plan,
        int ordinal,
        LocalDate valueDate,
        long balance,
        LocalDate effectiveFrom,
        long baseSalary,
        Filing filing,
        @Nullable UUID replaces)
        implements AccountEvent {

    public BaseSalaryRecorded {
        Checks.memberNumber(memberNumber);
        requireNonNull(plan, "plan");
        Checks.ordinal(ordinal);
        requireNonNull(valueDate, "valueDate");
        requireNonNull(effectiveFrom, "effectiveFrom");
        requireNonNull(filing, "filing");
    }
}
