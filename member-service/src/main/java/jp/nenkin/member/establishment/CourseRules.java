package jp.nenkin.member.establishment;

import java.util.Map;
import java.util.Optional;
import jp.nenkin.member.plan.Refusal;
import jp.nenkin.member.plan.UnitLimits;
import org.jspecify.annotations.Nullable;

/** Which course goes with which plans. */
record CourseRules(UnitLimits limits) {

    /** The two courses of the second plan. */
    enum Kind {
        FIXED,
        VARIABLE
    }

    /** A course as registered. */
    record Course(Kind kind, @Nullable Integer units) {}

    Optional<Refusal> refuse(boolean offersSecond, @Nullable Course course) {
        if (course == null) {
            return offersSecond ? Refusal.because(EstablishmentProblem.COURSE_MISSING, Map.of()) : Optional.empty();
        }
        if (!offersSecond) {
            return Refusal.because(EstablishmentProblem.COURSE_WITHOUT_SECOND_PLAN, Map.of());
        }
        return switch (course.kind()) {
            case FIXED -> refuseFixed(course.units());
            case VARIABLE ->
                course.units() == null
                        ? Optional.empty()
                        : Refusal.because(EstablishmentProblem.COURSE_UNITS_NOT_ALLOWED, Map.of());
        };
    }

    private Optional<Refusal> refuseFixed(@Nullable Integer units) {
        if (units == null) {
            return Refusal.because(EstablishmentProblem.COURSE_UNITS_MISSING, Map.of());
        }
        return limits.allow(units)
                ? Optional.empty()
                : Refusal.because(
                        EstablishmentProblem.UNITS_OUT_OF_RANGE,
                        Map.of("units", units, "least", limits.least(), "most", limits.most()));
    }

    /** What a course that is not refused offers. */
    static SecondPlan secondPlan(@Nullable Course course) {
        if (course == null) {
            return new SecondPlan.NotOffered();
        }
        return course.units() == null ? new SecondPlan.Variable() : new SecondPlan.Fixed(course.units());
    }
}
