package jp.nenkin.member.filing;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jp.nenkin.events.PlanBaseSalary;
import jp.nenkin.member.establishment.Establishment;
import jp.nenkin.member.member.BaseSalary;
import jp.nenkin.member.member.Membership;
import jp.nenkin.member.plan.BaseSalaryDay;
import jp.nenkin.member.plan.PlanData;
import jp.nenkin.member.plan.Refusal;
import org.jspecify.annotations.Nullable;

/** Whether a change of base salary may be accepted, and which figures it changes. */
record BaseSalaryChangeRules(PlanData plan) {
    /** How long before it takes effect a change may be filed. */
    private static final Period AHEAD = Period.ofMonths(6);

    /** Refuses by what is filed alone. */
    Optional<Refusal> refuse(BaseSalaryChange filed, Establishment at, Receipt receipt) {
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
    Optional<Refusal> refuse(BaseSalaryChange filed, Optional<Membership> at) {
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

    /** The figures that become others; one that is in force on the day already is not among them. */
    List<Change> changes(BaseSalaryChange filed, Membership membership) {
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
    record Change(PlanBaseSalary base, @Nullable UUID replaces) {}
}
