package jp.nenkin.events;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A membership ended.
 *
 * @param lostOn the first day without membership
 * @param replaces the filing that this one corrects
 */
public record EligibilityLost(
        String memberNumber,
        String establishmentNumber,
        LocalDate lostOn,
        LossCause cause,
        Filing filing,
        @Nullable UUID replaces)
        implements MemberEvent {

    public EligibilityLost {
        Checks.memberNumber(memberNumber);
        Checks.establishmentNumber(establishmentNumber);
        requireNonNull(lostOn, "lostOn");
        requireNonNull(cause, "cause");
        requireNonNull(filing, "filing");
    }

    @Override
    public String key() {
        return memberNumber;
    }
}
