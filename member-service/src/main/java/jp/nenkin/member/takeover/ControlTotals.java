package jp.nenkin.member.takeover;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.nenkin.events.Plan;
import jp.nenkin.events.PlanBaseSalary;
import jp.nenkin.member.plan.Refusal;

/** What a list of members comes to: how many, and their base salaries in yen; given with it to prove it whole. */
record ControlTotals(long members, long firstBaseSalaryTotal, long secondBaseSalaryTotal) {

    static ControlTotals of(Collection<List<PlanBaseSalary>> members) {
        return new ControlTotals(members.size(), total(members, Plan.FIRST), total(members, Plan.SECOND));
    }

    private static long total(Collection<List<PlanBaseSalary>> members, Plan plan) {
        return members.stream()
                .flatMap(List::stream)
                .filter(base -> base.plan() == plan)
                .mapToLong(PlanBaseSalary::baseSalary)
                .sum();
    }

    /** Refuses the first total given here that the list does not come to. */
    Optional<Refusal> refuse(ControlTotals counted) {
        return differ("members", members, counted.members)
                .or(() -> differ("firstBaseSalaryTotal", firstBaseSalaryTotal, counted.firstBaseSalaryTotal))
                .or(() -> differ("secondBaseSalaryTotal", secondBaseSalaryTotal, counted.secondBaseSalaryTotal));
    }

    private static Optional<Refusal> differ(String total, long given, long counted) {
        return given == counted
                ? Optional.empty()
                : Refusal.because(
                        TakeOverProblem.CONTROL_TOTALS_DIFFER,
                        Map.of("total", total, "given", given, "counted", counted));
    }
}
