package jp.nenkin.events;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The account gets no further contributions: its member's eligibility was lost.
 *
 * @param lostOn the first day without membership
 * @param standing what the account is from that day
 * @param until the day a right to an old-age benefit arises, which ends a waiting; absent while unknown or not waiting
 */
public record MembershipEnded(
        String memberNumber,
        Plan plan,
        int ordinal,
        LocalDate valueDate,
        long balance,
        LocalDate lostOn,
        LossCause cause,
        AccountStanding standing,
        Filing filing,
        @Nullable LocalDate until)
        implements AccountEvent {

    public MembershipEnded {
        Checks.memberNumber(memberNumber);
        requireNonNull(plan, "plan");
        Checks.ordinal(ordinal);
        requireNonNull(valueDate, "valueDate");
        requireNonNull(lostOn, "lostOn");
        requireNonNull(cause, "cause");
        requireNonNull(standing, "standing");
        requireNonNull(filing, "filing");
    }
}
