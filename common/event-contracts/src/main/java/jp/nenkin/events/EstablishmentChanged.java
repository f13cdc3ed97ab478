package jp.nenkin.events;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A member has moved to another establishment of the fund without a day between.
 *
 * @param establishmentNumber the new establishment
 * @param movedOn the first day there
 * @param baseSalaries one for each plan that the new establishment offers
 * @param replaces the filing that this one corrects
 */
public record EstablishmentChanged(
        String memberNumber,
        String establishmentNumber,
        LocalDate movedOn,
        List<PlanBaseSalary> baseSalaries,
        Filing filing,
        @Nullable UUID replaces)
        implements MemberEvent {

    public EstablishmentChanged {
        Checks.memberNumber(memberNumber);
        Checks.establishmentNumber(establishmentNumber);
        requireNonNull(movedOn, "movedOn");
        baseSalaries = List.copyOf(baseSalaries);
        requireNonNull(filing, "filing");
    }

    @Override
    public String key() {
        return memberNumber;
    }
}
