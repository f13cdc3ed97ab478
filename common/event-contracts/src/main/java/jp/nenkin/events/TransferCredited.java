package jp.nenkin.events;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;

/**
 * An asset brought from another pension plan was credited.
 *
 * @param amount yen
 * @param source the plan it came from
 * @param creditedMonths months of membership that it carries
 */
public record TransferCredited(
        String memberNumber,
        Plan plan,
        int ordinal,
        LocalDate valueDate,
        long balance,
        long amount,
        String source,
        int creditedMonths,
        Filing filing)
        implements AccountEvent {

    public TransferCredited {
        Checks.memberNumber(memberNumber);
        requireNonNull(plan, "plan");
        Checks.ordinal(ordinal);
        requireNonNull(valueDate, "valueDate");
        requireNonNull(source, "source");
        requireNonNull(filing, "filing");
    }
}
