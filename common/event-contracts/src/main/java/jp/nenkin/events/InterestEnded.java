package jp.nenkin.events;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;

/**
 * The account earns no more: its deferral has ended, or a right to an old-age benefit has arisen.
 *
 * @param endedOn the last day that earned
 */
public record InterestEnded(
        String memberNumber, Plan plan, int ordinal, LocalDate valueDate, long balance, LocalDate endedOn)
        implements AccountEvent {

    public InterestEnded {
        Checks.memberNumber(memberNumber);
        requireNonNull(plan, "plan");
        Checks.ordinal(ordinal);
        requireNonNull(valueDate, "valueDate");
        requireNonNull(endedOn, "endedOn");
    }
}
