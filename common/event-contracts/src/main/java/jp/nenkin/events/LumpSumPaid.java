package jp.nenkin.events;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.UUID;

/**
 * The balances of a plan were paid as a lump sum, or what a correction showed to be still owed.
 *
 * @param paymentId one for all accounts that it pays
 * @param amount by how much this account changed, in yen; not positive
 * @param planBalance the balances of all accounts of the plan that it pays, in yen
 * @param rounding yen added to it by rounding the plan's total up to 100; not posted
 * @param paid yen paid for the plan
 */
public record LumpSumPaid(
        String memberNumber,
        Plan plan,
        int ordinal,
        LocalDate valueDate,
        long balance,
        UUID paymentId,
        long amount,
        long planBalance,
        long rounding,
        long paid)
        implements AccountEvent {

    public LumpSumPaid {
        Checks.memberNumber(memberNumber);
        requireNonNull(plan, "plan");
        Checks.ordinal(ordinal);
        requireNonNull(valueDate, "valueDate");
        requireNonNull(paymentId, "paymentId");
    }
}
