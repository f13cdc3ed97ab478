package jp.nenkin.member.filing;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import jp.nenkin.events.LossCause;
import jp.nenkin.member.member.Member;
import jp.nenkin.member.member.Membership;
import jp.nenkin.member.plan.Age;
import jp.nenkin.member.plan.PlanData;
import jp.nenkin.member.plan.Refusal;

/** Whether a loss may be accepted. */
record LossRules(PlanData plan) {

    Optional<Refusal> refuse(LossFiling filed, Member member, Receipt receipt) {
        Optional<Membership> latest = member.latestAt(filed.establishment());
        if (latest.isEmpty()) {
            return Optional.of(PersonRules.notAMember(filed.memberNumber(), filed.establishment()));
        }
        Membership membership = latest.get();
        if (membership.loss() != null) {
            return Refusal.because(
                    FilingProblem.ALREADY_LOST,
                    Map.of(
                            "memberNumber",
                            filed.memberNumber().value(),
                            "lostOn",
                            membership.loss().lostOn()));
        }
        return refuseEnd(filed, membership.acquiredOn(), member.profile().birthDate(), receipt);
    }

    /** Refuses the day on which a membership is to end, by its beginning, the receipt and the person's age. */
    Optional<Refusal> refuseEnd(LossFiling filed, LocalDate acquiredOn, LocalDate birthDate, Receipt receipt) {
        if (filed.lostOn().isBefore(acquiredOn)) {
            return Refusal.because(
                    FilingProblem.LOST_BEFORE_ACQUIRED, Map.of("lostOn", filed.lostOn(), "acquiredOn", acquiredOn));
        }
        if (filed.lostOn().isAfter(receipt.receivedOn())) {
            return Refusal.because(
                    FilingProblem.LOST_AFTER_RECEIVED,
                    Map.of("lostOn", filed.lostOn(), "receivedOn", receipt.receivedOn()));
        }
        return refuseByAge(filed.lostOn(), filed.cause(), birthDate);
    }

    /** Refuses a day that does not fit the age limit. */
    Optional<Refusal> refuseByAge(LocalDate lostOn, LossCause cause, LocalDate birthDate) {
        int age = plan.agesOn(lostOn).limit();
        LocalDate limit = Age.attainedOn(birthDate, age);
        boolean possible = cause == LossCause.AGE_65 ? lostOn.equals(limit) : !lostOn.isAfter(limit);
        return possible
                ? Optional.empty()
                : Refusal.because(
                        FilingProblem.NOT_BY_AGE_LIMIT, Map.of("lostOn", lostOn, "age", age, "attainedOn", limit));
    }
}
