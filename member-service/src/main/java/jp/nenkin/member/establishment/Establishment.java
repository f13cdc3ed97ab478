package jp.nenkin.member.establishment;

import org.jspecify.annotations.Nullable;

/**
 * An employer site and what it offers: the first plan, the second, or both.
 *
 * @param office its symbol with the pension service, if an officer has entered it
 * @param filingsNeedApproval whether a file waits until a second person of it approves
 */
public record Establishment(
        EstablishmentNumber number,
        String name,
        boolean offersFirst,
        SecondPlan second,
        @Nullable Office office,
        boolean filingsNeedApproval) {

    /** An establishment without a symbol, whose files are processed at once. */
    public Establishment(EstablishmentNumber number, String name, boolean offersFirst, SecondPlan second) {
        this(number, name, offersFirst, second, null, false);
    }
}
