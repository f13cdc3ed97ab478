package jp.nenkin.events;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.time.YearMonth;

/**
 * A contribution already posted turned out to be another; the difference was posted with the same value date.
 *
 * @param baseSalary yen a month as it should have been, 0 when no contribution was due
 * @param amount the difference in yen, which may be negative
 * @param filing the filing that made the difference
 */
public record ContributionAdjusted(
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

    public ContributionAdjusted {
        Checks.memberNumber(memberNumber);
        requireNonNull(plan, "plan");
        Checks.ordinal(ordinal);
        requireNonNull(valueDate, "valueDate");
        requireNonNull(month, "month");
        Checks.establishmentNumber(establishmentNumber);
        requireNonNull(filing, "filing");
    }
}
