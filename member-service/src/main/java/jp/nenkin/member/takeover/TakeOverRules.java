package jp.nenkin.member.takeover;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jp.nenkin.events.MembershipPeriod;
import jp.nenkin.events.Plan;
import jp.nenkin.events.TransferredAsset;
import jp.nenkin.member.establishment.Establishment;
import jp.nenkin.member.filing.AgeRules;
import jp.nenkin.member.filing.BaseSalaryRules;
import jp.nenkin.member.filing.FilingProblem;
import jp.nenkin.member.plan.PlanData;
import jp.nenkin.member.plan.Refusal;

/** Whether a member may be taken over as of a day; the base salary is that of the day, whenever he joined. */
record TakeOverRules(PlanData plan, LocalDate today) {

    Optional<Refusal> refuse(MemberToTakeOver member, Establishment at) {
        if (member.acquiredOn().isAfter(today)) {
            return Refusal.because(
                    FilingProblem.ACQUIRED_IN_FUTURE, Map.of("acquiredOn", member.acquiredOn(), "today", today));
        }
        AgeRules ages = new AgeRules(plan);
        return refusePeriods(member)
                .or(() -> ages.refuse(member.birthDate(), member.firstAcquiredOn()))
                .or(() -> ages.refuse(member.birthDate(), member.acquiredOn()))
                .or(() -> new BaseSalaryRules(plan).refuseJoining(member.bases(), at, today))
                .or(() -> refuseAssets(member));
    }

    private static Optional<Refusal> refusePeriods(MemberToTakeOver member) {
        LocalDate free = LocalDate.MIN;
        boolean inOrder = true;
        for (MembershipPeriod period : member.earlierPeriods()) {
            inOrder &= !period.acquiredOn().isBefore(free) && !period.lostOn().isBefore(period.acquiredOn());
            free = period.lostOn();
        }
        return inOrder && !member.acquiredOn().isBefore(free)
                ? Optional.empty()
                : Refusal.because(TakeOverProblem.PERIODS_OVERLAP, Map.of("acquiredOn", member.acquiredOn()));
    }

    private Optional<Refusal> refuseAssets(MemberToTakeOver member) {
        record Account(Plan plan, int ordinal) {}
        Set<Account> accounts = new HashSet<>();
        for (TransferredAsset asset : member.transferredAssets()) {
            if (asset.receivedOn().isAfter(today)) {
                return Refusal.because(
                        TakeOverProblem.ASSET_IN_FUTURE, Map.of("receivedOn", asset.receivedOn(), "today", today));
            }
            if (!accounts.add(new Account(asset.plan(), asset.ordinal()))) {
                return Refusal.because(
                        TakeOverProblem.ASSET_REPEATED, Map.of("plan", asset.plan(), "ordinal", asset.ordinal()));
            }
        }
        return Optional.empty();
    }
}
