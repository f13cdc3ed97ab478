package jp.nenkin.member.filing;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import jp.nenkin.events.Plan;
import jp.nenkin.member.establishment.Establishment;
import jp.nenkin.member.establishment.SecondPlan;
import jp.nenkin.member.member.Membership;
import jp.nenkin.member.plan.Refusal;

/** Whether an asset brought from another plan may be accepted. Source: domain rules, section 5. */
final class TransferInRules {
    private TransferInRules() {}

    /** Refuses an asset of a plan that is not offered, and of a day after the receipt. */
    static Optional<Refusal> refuse(TransferIn filed, Establishment at, Receipt receipt) {
        Plan plan = filed.brought().plan();
        if (!isOffered(plan, at)) {
            return Refusal.because(
                    FilingProblem.PLAN_NOT_OFFERED,
                    Map.of("establishmentNumber", at.number().value(), "plan", plan.name()));
        }
        LocalDate day = filed.brought().receivedOn();
        return day.isAfter(receipt.receivedOn())
                ? Refusal.because(
                        FilingProblem.ASSET_RECEIVED_AFTER_FILING,
                        Map.of("assetReceivedOn", day, "receivedOn", receipt.receivedOn()))
                : Optional.empty();
    }

    /** Refuses an asset of nobody, or that came once membership was lost; it may have come before it began. */
    static Optional<Refusal> refuse(TransferIn filed, Optional<Membership> at) {
        return at.filter(membership -> membership.loss() == null
                                || filed.brought()
                                        .receivedOn()
                                        .isBefore(membership.loss().lostOn()))
                        .isPresent()
                ? Optional.empty()
                : Optional.of(PersonRules.notAMember(filed.memberNumber(), filed.establishment()));
    }

    private static boolean isOffered(Plan plan, Establishment at) {
        return switch (plan) {
            case FIRST -> at.offersFirst();
            case SECOND -> !(at.second() instanceof SecondPlan.NotOffered);
        };
    }
}
