package jp.nenkin.events;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A member's base salary in one plan is another from 1 April or 1 October on.
 *
 * @param replaces the filing that this one corrects
 */
public record BaseSalaryChanged(
        String memberNumber,
        Plan plan,
        LocalDate effectiveFrom,
        long baseSalary,
        Filing filing,
        @Nullable UUID replaces)
        implements MemberEvent {

    public BaseSalaryChanged {
        Checks.memberNumber(memberNumber);
        requireNonNull(plan, "plan");
        requireNonNull(effectiveFrom, "effectiveFrom");
        requireNonNull(filing, "filing");
    }

    @Override
    public String key() {
        return memberNumber;
    }
}
