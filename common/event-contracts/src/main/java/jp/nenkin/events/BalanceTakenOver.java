package jp.nenkin.events;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;

/**
 * The balance of a former system became the balance of an account.
 *
 * @param creditedOn the 31 March up to which the former system had credited interest
 * @param amount yen
 */
public record BalanceTakenOver(
        String memberNumber,
        Plan plan,
        int ordinal,
        LocalDate valueDate,
        long balance,
        LocalDate creditedOn,
        long amount)
        implements AccountEvent {

    public BalanceTakenOver {
        Checks.memberNumber(memberNumber);
        requireNonNull(plan, "plan");
        Checks.ordinal(ordinal);
        requireNonNull(valueDate, "valueDate");
        requireNonNull(creditedOn, "creditedOn");
    }
}
