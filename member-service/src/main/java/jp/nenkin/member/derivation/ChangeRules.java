package jp.nenkin.member.derivation;

import java.util.List;
import java.util.Optional;
import jp.nenkin.events.Plan;
import jp.nenkin.member.filing.BaseSalaryChange;
import jp.nenkin.member.filing.BaseSalaryChangeRules;
import jp.nenkin.member.filing.BaseSalaryChangeRules.Change;
import jp.nenkin.member.filing.FiledBases;
import jp.nenkin.member.member.BaseSalary;
import jp.nenkin.member.member.Member;
import jp.nenkin.member.member.Membership;
import jp.nenkin.member.plan.PlanData;
import jp.nenkin.member.plan.Refusal;
import jp.nenkin.member.upload.Reason;

/** Whether base salaries that were derived are a change, by the rules of filings themselves. */
record ChangeRules(PlanData plan, Basis basis) {

    /** A change that could be filed as the record stands; what the rules refuse is the reason for nothing. */
    Finding of(Member member, FiledBases bases) {
        BaseSalaryChangeRules rules = new BaseSalaryChangeRules(plan);
        BaseSalaryChange filed =
                new BaseSalaryChange(basis.at().number(), member.number(), basis.effectiveFrom(), bases);
        Optional<Membership> membership = member.latestAt(basis.at().number());
        Optional<Refusal> refusal =
                rules.refuse(filed, basis.at(), basis.receipt()).or(() -> rules.refuse(filed, membership));
        return refusal.map(ChangeRules::nothing)
                .orElseGet(() -> change(filed, membership.orElseThrow(), rules.changes(filed, membership.get())));
    }

    /** Nothing, for what a rule says. */
    static Finding nothing(Refusal why) {
        return new Finding.Nothing(Reason.of(why.problem(), why.values()));
    }

    private static Finding change(BaseSalaryChange filed, Membership membership, List<Change> changes) {
        return new Finding.Change(
                filed.bases(),
                changes.stream()
                        .map(change -> figure(filed, membership, change))
                        .toList());
    }

    private static Finding.Figure figure(BaseSalaryChange filed, Membership membership, Change change) {
        Plan plan = change.base().plan();
        BaseSalary former = membership.inForceOn(plan, filed.effectiveFrom()).orElse(null);
        return new Finding.Figure(
                plan,
                former == null ? null : former.yen(),
                former == null ? null : former.effectiveFrom(),
                change.base().baseSalary());
    }
}
