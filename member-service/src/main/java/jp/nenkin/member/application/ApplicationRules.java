package jp.nenkin.member.application;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import jp.nenkin.member.member.Career;
import jp.nenkin.member.name.MyNumber;
import jp.nenkin.member.plan.Refusal;

/** Whether what a member applies for may be taken. */
record ApplicationRules(LocalDate today) {

    /** Refuses for somebody who never was a member or has died, what is to hold from a day ahead, and a My Number. */
    Optional<Refusal> refuse(Wanted wanted, Career career) {
        if (career.latest().isEmpty()) {
            return Refusal.because(ApplicationProblem.NEVER_A_MEMBER, Map.of());
        }
        if (career.endedByDeath()) {
            return Refusal.because(ApplicationProblem.MEMBER_DECEASED, Map.of());
        }
        return switch (wanted) {
            case Wanted.Address address -> refuseAhead(address.changedOn());
            case Wanted.Account _ -> Optional.empty();
            case Wanted.Name name -> refuseName(name).or(() -> refuseAhead(name.changedOn()));
        };
    }

    private Optional<Refusal> refuseAhead(LocalDate changedOn) {
        return changedOn.isAfter(today)
                ? Refusal.because(
                        ApplicationProblem.CHANGED_AFTER_APPLICATION, Map.of("changedOn", changedOn, "today", today))
                : Optional.empty();
    }

    private static Optional<Refusal> refuseName(Wanted.Name name) {
        if (name.name() == null && name.kana() == null) {
            return Refusal.because(ApplicationProblem.NAME_NOT_GIVEN, Map.of());
        }
        return MyNumber.isTold(name.evidence())
                ? Refusal.because(ApplicationProblem.MY_NUMBER_IN_EVIDENCE, Map.of())
                : Optional.empty();
    }
}
