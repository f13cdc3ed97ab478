package jp.nenkin.events;

import static java.util.Objects.requireNonNull;

/** A member's base salary in one plan, in yen. */
public record PlanBaseSalary(Plan plan, long baseSalary) {

    public PlanBaseSalary {
        requireNonNull(plan, "plan");
    }
}
