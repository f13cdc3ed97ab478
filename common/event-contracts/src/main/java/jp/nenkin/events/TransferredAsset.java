package jp.nenkin.events;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;

/**
 * An asset that a member brought from another pension plan, kept as a sub-account of its own.
 *
 * @param ordinal 1 and above, its number among the member's assets in the plan
 * @param creditedMonths months of membership that it carries with it
 */
public record TransferredAsset(int ordinal, Plan plan, LocalDate receivedOn, String source, int creditedMonths) {

    public TransferredAsset {
        Checks.transferredOrdinal(ordinal);
        requireNonNull(plan, "plan");
        requireNonNull(receivedOn, "receivedOn");
        requireNonNull(source, "source");
    }
}
