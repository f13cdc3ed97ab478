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
            return Optional.of(notAMember(filed));
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
        if (filed.lostOn().isBefore(membership.acquiredOn())) {
            return Refusal.because(
                    FilingProblem.LOST_BEFORE_ACQUIRED,
                    Map.of("lostOn", filed.lostOn(), "acquiredOn", membership.acquiredOn()));
        }
        if (filed.lostOn().isAfter(receipt.receivedOn())) {
            return Refusal.because(
                    FilingProblem.LOST_AFTER_RECEIVED,
                    Map.of("lostOn", filed.lostOn(), "receivedOn", receipt.receivedOn()));
        }
        return refuseByAge(filed, member.profile().birthDate());
    }

    /**
     * The refusal where there is no membership, or none that the caller may see: the same, so that it tells no more.
     */
    static Refusal notAMember(LossFiling filed) {
        return new Refusal(
                FilingProblem.NOT_A_MEMBER,
                Map.of(
                        "memberNumber", filed.memberNumber().value(),
                        "establishmentNumber", filed.establishment().value()));
    }

    private Optional<Refusal> refuseByAge(LossFiling filed, LocalDate birthDate) {
        int age = plan.agesOn(filed.lostOn()).limit();
        LocalDate limit = Age.attainedOn(birthDate, age);
        boolean possible = filed.cause() == LossCause.AGE_65
                ? filed.lostOn().equals(limit)
                : !filed.lostOn().isAfter(limit);
        return possible
                ? Optional.empty()
                : Refusal.because(
                        FilingProblem.NOT_BY_AGE_LIMIT,
                        Map.of("lostOn", filed.lostOn(), "age", age, "attainedOn", limit));
    }
}
