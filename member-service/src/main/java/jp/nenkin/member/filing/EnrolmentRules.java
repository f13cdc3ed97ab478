package jp.nenkin.member.filing;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import jp.nenkin.member.establishment.Establishment;
import jp.nenkin.member.member.Career.Ending;
import jp.nenkin.member.member.Career.Period;
import jp.nenkin.member.member.FormerMember;
import jp.nenkin.member.plan.PlanData;
import jp.nenkin.member.plan.Refusal;

/** Whether an enrolment may be accepted, as of a day. */
record EnrolmentRules(PlanData plan, LocalDate today) {

    /** Refuses by what is filed alone. */
    Optional<Refusal> refuse(Enrolment filed, Establishment at) {
        if (filed.acquiredOn().isAfter(today)) {
            return Refusal.because(
                    FilingProblem.ACQUIRED_IN_FUTURE, Map.of("acquiredOn", filed.acquiredOn(), "today", today));
        }
        return new AgeRules(plan)
                .refuse(filed.birthDate(), filed.acquiredOn())
                .or(() -> new BaseSalaryRules(plan).refuseJoining(filed.bases(), at, filed.acquiredOn()));
    }

    /** Refuses by who the number belongs to. The birth date comes first: a stranger learns no more than that. */
    Optional<Refusal> refuseRejoining(Enrolment filed, FormerMember former) {
        if (!filed.birthDate().equals(former.profile().birthDate())) {
            return Refusal.because(
                    FilingProblem.MEMBER_NOT_MATCHED,
                    Map.of("memberNumber", former.number().value()));
        }
        Optional<Period> latest = former.career().latest();
        if (latest.isEmpty()) {
            return Optional.empty();
        }
        Ending ending = latest.get().ending();
        if (ending == null) {
            return Refusal.because(
                    FilingProblem.ALREADY_MEMBER,
                    Map.of("memberNumber", former.number().value()));
        }
        return filed.acquiredOn().isBefore(ending.lostOn())
                ? Refusal.because(
                        FilingProblem.ACQUIRED_BEFORE_LOSS,
                        Map.of("acquiredOn", filed.acquiredOn(), "lostOn", ending.lostOn()))
                : Optional.empty();
    }
}
