package jp.nenkin.member.filing;

import java.util.Map;
import java.util.Optional;
import jp.nenkin.member.eligibility.Admission;
import jp.nenkin.member.eligibility.Joiner;
import jp.nenkin.member.member.Carried;
import jp.nenkin.member.plan.PlanData;
import jp.nenkin.member.plan.Refusal;

/** Whether somebody may join who is near the age limit. Source: domain rules, section 4, 62-year rule. */
final class AdmissionRules {
    private AdmissionRules() {}

    static Optional<Refusal> refuse(Enrolment filed, Carried carried, PlanData plan) {
        Joiner joiner = new Joiner(
                filed.birthDate(),
                filed.acquiredOn(),
                carried.months(),
                carried.hasAsset(),
                filed.details().admission());
        return switch (Admission.of(joiner, plan)) {
            case Admission.Admitted() -> Optional.empty();
            case Admission.NotApplicable(int reachable, int needed, var ageLimitOn) ->
                Refusal.because(
                        FilingProblem.RIGHT_NOT_REACHABLE,
                        Map.of("reachableMonths", reachable, "neededMonths", needed, "ageLimitOn", ageLimitOn));
        };
    }
}
