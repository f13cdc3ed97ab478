package jp.nenkin.events;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.List;

/**
 * A member was brought in from a former system, with the history that balances and rights depend on.
 *
 * @param acquiredOn start of the period that goes on
 * @param earlierPeriods periods before it, each ended
 */
public record MemberTakenOver(
        String memberNumber,
        String establishmentNumber,
        LocalDate acquiredOn,
        List<MembershipPeriod> earlierPeriods,
        List<PlanBaseSalary> baseSalaries,
        List<TransferredAsset> transferredAssets,
        Filing filing)
        implements MemberEvent {

    public MemberTakenOver {
        Checks.memberNumber(memberNumber);
        Checks.establishmentNumber(establishmentNumber);
        requireNonNull(acquiredOn, "acquiredOn");
        earlierPeriods = List.copyOf(earlierPeriods);
        baseSalaries = List.copyOf(baseSalaries);
        transferredAssets = List.copyOf(transferredAssets);
        requireNonNull(filing, "filing");
    }

    @Override
    public String key() {
        return memberNumber;
    }
}
