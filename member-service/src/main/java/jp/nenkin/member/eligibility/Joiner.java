package jp.nenkin.member.eligibility;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who is to become a member, and what he carries.
 *
 * @param earlierMonths calendar months of earlier periods that are combined with this one, by {@link CountedMonths};
 *     none of those for which a benefit was paid or transferred out
 * @param hasAsset whether an asset brought from another plan lies in the fund already
 * @param declared why he is let in whatever the months, as the enrolment says, or null
 */
public record Joiner(
        LocalDate birthDate,
        LocalDate acquiredOn,
        int earlierMonths,
        boolean hasAsset,
        @Nullable AdmissionReason declared) {

    public Joiner {
        if (earlierMonths < 0) {
            throw new IllegalArgumentException("Not a number of months: " + earlierMonths);
        }
    }
}
