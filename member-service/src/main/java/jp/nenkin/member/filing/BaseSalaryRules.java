package jp.nenkin.member.filing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.nenkin.events.Plan;
import jp.nenkin.events.PlanBaseSalary;
import jp.nenkin.member.establishment.Establishment;
import jp.nenkin.member.establishment.EstablishmentProblem;
import jp.nenkin.member.establishment.SecondPlan;
import jp.nenkin.member.plan.Grades;
import jp.nenkin.member.plan.PlanData;
import jp.nenkin.member.plan.Refusal;
import org.jspecify.annotations.Nullable;

/** Which base salaries an establishment may file for a day, and what they come to in yen. */
public record BaseSalaryRules(PlanData plan) {

    /** Refuses what a joiner may not have: one figure for each plan offered, none for a fixed course, no other. */
    public Optional<Refusal> refuseJoining(FiledBases filed, Establishment at, LocalDate day) {
        if (at.offersFirst() && filed.first() == null) {
            return Refusal.because(
                    FilingProblem.BASE_SALARY_MISSING,
                    Map.of("establishmentNumber", at.number().value()));
        }
        if (at.second() instanceof SecondPlan.Variable && filed.secondUnits() == null) {
            return Refusal.because(
                    FilingProblem.UNITS_MISSING,
                    Map.of("establishmentNumber", at.number().value()));
        }
        return refuse(filed, at, day);
    }

    /** Refuses what nobody may have: a plan not offered, units of a fixed course, no grade, units out of range. */
    public Optional<Refusal> refuse(FiledBases filed, Establishment at, LocalDate day) {
        return refuseFirst(filed.first(), at, day).or(() -> refuseSecond(filed.secondUnits(), at, day));
    }

    private Optional<Refusal> refuseFirst(@Nullable Long yen, Establishment at, LocalDate day) {
        if (yen == null) {
            return Optional.empty();
        }
        if (!at.offersFirst()) {
            return Refusal.because(
                    FilingProblem.PLAN_NOT_OFFERED,
                    Map.of("establishmentNumber", at.number().value(), "plan", Plan.FIRST.name()));
        }
        Grades grades = plan.gradesOn(day);
        return grades.contains(yen)
                ? Optional.empty()
                : Refusal.because(
                        FilingProblem.BASE_SALARY_NOT_A_GRADE,
                        Map.of("baseSalary", yen, "day", day, "nearest", nearest(grades, yen)));
    }

    private static String nearest(Grades grades, long yen) {
        return String.join(
                ", ", grades.nearest(yen).stream().map(String::valueOf).toList());
    }

    private Optional<Refusal> refuseSecond(@Nullable Integer units, Establishment at, LocalDate day) {
        if (units == null) {
            return Optional.empty();
        }
        return switch (at.second()) {
            case SecondPlan.NotOffered _ ->
                Refusal.because(
                        FilingProblem.PLAN_NOT_OFFERED,
                        Map.of("establishmentNumber", at.number().value(), "plan", Plan.SECOND.name()));
            case SecondPlan.Fixed(int fixed) ->
                Refusal.because(
                        FilingProblem.UNITS_SET_BY_ESTABLISHMENT,
                        Map.of("establishmentNumber", at.number().value(), "units", fixed));
            case SecondPlan.Variable _ -> refuseUnits(units, day);
        };
    }

    private Optional<Refusal> refuseUnits(int units, LocalDate day) {
        var limits = plan.unitsOn(day);
        return limits.allow(units)
                ? Optional.empty()
                : Refusal.because(
                        EstablishmentProblem.UNITS_OUT_OF_RANGE,
                        Map.of("units", units, "least", limits.least(), "most", limits.most()));
    }

    /** The figures of a joiner in yen, those of a fixed course from the establishment; refused ones have none. */
    public List<PlanBaseSalary> joining(FiledBases filed, Establishment at, LocalDate day) {
        return at.second() instanceof SecondPlan.Fixed(int units)
                ? inYen(new FiledBases(filed.first(), units), day)
                : inYen(filed, day);
    }

    /** The figures filed, in yen. */
    public List<PlanBaseSalary> inYen(FiledBases filed, LocalDate day) {
        List<PlanBaseSalary> bases = new ArrayList<>();
        if (filed.first() != null) {
            bases.add(new PlanBaseSalary(Plan.FIRST, filed.first()));
        }
        if (filed.secondUnits() != null) {
            bases.add(new PlanBaseSalary(
                    Plan.SECOND, filed.secondUnits() * plan.unitsOn(day).yen()));
        }
        return bases;
    }
}
