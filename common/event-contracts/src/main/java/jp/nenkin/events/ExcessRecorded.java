package jp.nenkin.events;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * More was paid than a correction shows to have been due; the difference is open until an officer decides.
 *
 * @param amount yen put against the postings that the correction takes back; negative when a later correction frees
 *     them
 * @param excess yen of the account paid too much, all together
 * @param filing the filing that made the difference; absent when the fund itself did
 */
public record ExcessRecorded(
        String memberNumber,
        Plan plan,
        int ordinal,
        LocalDate valueDate,
        long balance,
        long amount,
        long excess,
        @Nullable Filing filing)
        implements AccountEvent {

    public ExcessRecorded {
        Checks.memberNumber(memberNumber);
        requireNonNull(plan, "plan");
        Checks.ordinal(ordinal);
        requireNonNull(valueDate, "valueDate");
    }
}
