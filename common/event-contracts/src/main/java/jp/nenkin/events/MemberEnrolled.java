package jp.nenkin.events;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody became a member, for the first time or again.
 *
 * @param baseSalaries one for each plan that the establishment offers
 * @param replaces the filing that this one corrects
 */
public record MemberEnrolled(
        String memberNumber,
        String establishmentNumber,
        LocalDate acquiredOn,
        List<PlanBaseSalary> baseSalaries,
        boolean rejoined,
        Filing filing,
        @Nullable UUID replaces)
        implements MemberEvent {

    public MemberEnrolled {
        Checks.memberNumber(memberNumber);
        Checks.establishmentNumber(establishmentNumber);
        requireNonNull(acquiredOn, "acquiredOn");
        baseSalaries = List.copyOf(baseSalaries);
        requireNonNull(filing, "filing");
    }

    @Override
    public String key() {
        return memberNumber;
    }
}
