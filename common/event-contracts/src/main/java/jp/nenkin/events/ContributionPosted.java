package jp.nenkin.events;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.time.YearMonth;

/**
 * A month's contribution was credited.
 *
 * @param month the month it is for
 * @param amount yen
 */
public record ContributionPosted(
        String memberNumber,
        Plan plan,
        int ordinal,
        LocalDate valueDate,
        long balance,
        YearMonth month,
        String establishmentNumber,
        long baseSalary,
        long amount,
        Filing filing)
        implements AccountEvent {

    public ContributionPosted {
        Checks.memberNumber(memberNumber);
        requireNonNull(plan, "plan");
        Checks.ordinal(ordinal);
        requireNonNull(valueDate, "valueDate");
        requireNonNull(month, "month");
        Checks.establishmentNumber(establishmentNumber);
        requireNonNull(filing, "filing");
    }
}
