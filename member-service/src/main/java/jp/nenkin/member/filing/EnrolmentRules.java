package jp.nenkin.member.filing;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import jp.nenkin.member.establishment.Establishment;
import jp.nenkin.member.member.Career.Ending;
import jp.nenkin.member.member.Career.Period;
import jp.nenkin.member.member.Carried;
import jp.nenkin.member.member.FormerMember;
import jp.nenkin.member.member.MemberNumber;
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

    /** Refuses by who the number belongs to. */
    Optional<Refusal> refuseRejoining(Enrolment filed, FormerMember former) {
        if (!filed.birthDate().equals(former.profile().birthDate())) {
            return notMatched(former.number());
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

    /**
     * What an establishment is told at which the member never was, whatever stands against him: the same for the right
     * birth date as for a wrong one, and for a number that nobody has. It follows from what is filed alone.
     */
    Optional<Refusal> refuseStranger(Enrolment filed, MemberNumber number) {
        return AdmissionRules.refuse(filed, Carried.nothing(), plan).or(() -> notMatched(number));
    }

    static Optional<Refusal> notMatched(MemberNumber number) {
        return Refusal.because(FilingProblem.MEMBER_NOT_MATCHED, Map.of("memberNumber", number.value()));
    }
}
