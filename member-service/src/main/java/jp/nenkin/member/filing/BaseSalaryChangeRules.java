package jp.nenkin.member.filing;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import jp.nenkin.events.Plan;
import jp.nenkin.events.PlanBaseSalary;
import jp.nenkin.member.establishment.Establishment;
import jp.nenkin.member.member.BaseSalary;
import jp.nenkin.member.member.Loss;
import jp.nenkin.member.member.Membership;
import jp.nenkin.member.plan.BaseSalaryDay;
import jp.nenkin.member.plan.PlanData;
import jp.nenkin.member.plan.Refusal;
import org.jspecify.annotations.Nullable;

/** Whether a change of base salary may be accepted, and which figures it changes. */
public record BaseSalaryChangeRules(PlanData plan) {
    /** How long before it takes effect a change may be filed. */
    private static final Period AHEAD = Period.ofMonths(6);

    /** Refuses by what is filed alone. */
    public Optional<Refusal> refuse(BaseSalaryChange filed, Establishment at, Receipt receipt) {
        LocalDate day = filed.effectiveFrom();
        if (!BaseSalaryDay.is(day)) {
            return Refusal.because(FilingProblem.EFFECTIVE_DAY_NOT_ALLOWED, Map.of("effectiveFrom", day));
        }
        if (day.isAfter(receipt.receivedOn().plus(AHEAD))) {
            return Refusal.because(
                    FilingProblem.EFFECTIVE_TOO_FAR_AHEAD,
                    Map.of("effectiveFrom", day, "receivedOn", receipt.receivedOn()));
        }
        if (filed.bases().isEmpty()) {
            return Refusal.because(
                    FilingProblem.BASE_SALARY_MISSING,
                    Map.of("establishmentNumber", at.number().value()));
        }
        return new BaseSalaryRules(plan).refuse(filed.bases(), at, day);
    }

    /** Refuses a day outside the membership, and a filing that leaves everything as it is. */
    public Optional<Refusal> refuse(BaseSalaryChange filed, Optional<Membership> at) {
        Optional<Membership> current = at.filter(Membership::goesOn);
        if (current.isEmpty()) {
            return Refusal.because(
                    FilingProblem.NOT_A_MEMBER,
                    Map.of(
                            "memberNumber",
                            filed.memberNumber().value(),
                            "establishmentNumber",
                            filed.establishment().value()));
        }
        LocalDate acquiredOn = current.get().acquiredOn();
        if (filed.effectiveFrom().isBefore(acquiredOn)) {
            return Refusal.because(
                    FilingProblem.EFFECTIVE_OUTSIDE_MEMBERSHIP,
                    Map.of("effectiveFrom", filed.effectiveFrom(), "acquiredOn", acquiredOn));
        }
        return changes(filed, current.get()).isEmpty()
                ? Refusal.because(FilingProblem.NOTHING_CHANGES, Map.of("effectiveFrom", filed.effectiveFrom()))
                : Optional.empty();
    }

    /**
     * Refuses the right content of a change that is corrected: a day outside the membership, which may have ended; what
     * it said already; a figure for a day of which another filing says one.
     */
    Optional<Refusal> refuseRight(BaseSalaryChange right, UUID corrected, Membership membership) {
        LocalDate day = right.effectiveFrom();
        Loss loss = membership.loss();
        if (day.isBefore(membership.acquiredOn()) || (loss != null && !day.isBefore(loss.lostOn()))) {
            return Refusal.because(
                    FilingProblem.EFFECTIVE_OUTSIDE_MEMBERSHIP,
                    Map.of("effectiveFrom", day, "acquiredOn", membership.acquiredOn()));
        }
        List<PlanBaseSalary> bases = rightBases(right);
        if (said(corrected, membership).equals(dated(bases, day))) {
            return Refusal.because(FilingProblem.NOTHING_CHANGES, Map.of("effectiveFrom", day));
        }
        return bases.stream()
                .flatMap(base -> membership.standingOn(base.plan(), day).stream())
                .filter(base ->
                        !base.filing().equals(corrected) && !base.filing().equals(membership.filing()))
                .findFirst()
                .flatMap(other -> Refusal.because(
                        FilingProblem.FILING_DEPENDED_ON,
                        Map.of(
                                "filingId",
                                corrected,
                                "dependentId",
                                other.filing(),
                                "dependentType",
                                FiledType.BASE_SALARY_CHANGE)));
    }

    /** The figures of a correction, whole: one that is in force without it is among them. */
    List<PlanBaseSalary> rightBases(BaseSalaryChange right) {
        return new BaseSalaryRules(plan).inYen(right.bases(), right.effectiveFrom());
    }

    private static Set<Dated> said(UUID filing, Membership membership) {
        return membership.standing().stream()
                .filter(base -> base.filing().equals(filing))
                .map(base -> new Dated(base.plan(), base.effectiveFrom(), base.yen()))
                .collect(Collectors.toSet());
    }

    private static Set<Dated> dated(List<PlanBaseSalary> bases, LocalDate day) {
        return bases.stream()
                .map(base -> new Dated(base.plan(), day, base.baseSalary()))
                .collect(Collectors.toSet());
    }

    /** A figure of a day. */
    private record Dated(Plan plan, LocalDate day, long yen) {}

    /** The figures that become others; one that is in force on the day already is not among them. */
    public List<Change> changes(BaseSalaryChange filed, Membership membership) {
        return new BaseSalaryRules(plan)
                .inYen(filed.bases(), filed.effectiveFrom()).stream()
                        .flatMap(base -> change(base, filed.effectiveFrom(), membership).stream())
                        .toList();
    }

    private static Optional<Change> change(PlanBaseSalary base, LocalDate day, Membership membership) {
        Optional<BaseSalary> inForce = membership.inForceOn(base.plan(), day);
        if (inForce.isPresent() && inForce.get().yen() == base.baseSalary()) {
            return Optional.empty();
        }
        UUID replaces =
                membership.standingOn(base.plan(), day).map(BaseSalary::filing).orElse(null);
        return Optional.of(new Change(base, replaces));
    }

    /**
     * A figure that takes effect.
     *
     * @param replaces the filing whose figure for the same day it takes the place of
     */
    public record Change(PlanBaseSalary base, @Nullable UUID replaces) {}
}
