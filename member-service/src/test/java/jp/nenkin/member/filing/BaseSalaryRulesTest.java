package jp.nenkin.member.filing;

import static jp.nenkin.member.filing.FilingFixtures.BOTH_FIXED;
import static jp.nenkin.member.filing.FilingFixtures.BOTH_VARIABLE;
import static jp.nenkin.member.filing.FilingFixtures.FIRST_ONLY;
import static jp.nenkin.member.filing.FilingFixtures.SECOND_VARIABLE;
import static jp.nenkin.member.filing.FilingFixtures.TODAY;
import static jp.nenkin.member.filing.FilingFixtures.bases;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import jp.nenkin.events.Plan;
import jp.nenkin.events.PlanBaseSalary;
import jp.nenkin.member.establishment.Establishment;
import jp.nenkin.member.plan.PlanData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BaseSalaryRulesTest {
    private final BaseSalaryRules rules = new BaseSalaryRules(PlanData.standard());

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "FIRST_ONLY, 300000, -, -",
                "FIRST_ONLY, -, -, BASE_SALARY_MISSING",
                "FIRST_ONLY, 300000, 5, PLAN_NOT_OFFERED",
                "FIRST_ONLY, 300001, -, BASE_SALARY_NOT_A_GRADE",
                "FIRST_ONLY, 87999, -, BASE_SALARY_NOT_A_GRADE",
                "FIRST_ONLY, 88000, -, -",
                "FIRST_ONLY, 650000, -, -",
                "FIRST_ONLY, 680000, -, BASE_SALARY_NOT_A_GRADE",
                "FIRST_ONLY, 0, -, BASE_SALARY_NOT_A_GRADE",
                "SECOND_VARIABLE, -, 1, -",
                "SECOND_VARIABLE, -, 30, -",
                "SECOND_VARIABLE, -, 0, UNITS_OUT_OF_RANGE",
                "SECOND_VARIABLE, -, 31, UNITS_OUT_OF_RANGE",
                "SECOND_VARIABLE, -, -, UNITS_MISSING",
                "SECOND_VARIABLE, 300000, 5, PLAN_NOT_OFFERED",
                "BOTH_VARIABLE, 300000, 5, -",
                "BOTH_VARIABLE, 300000, -, UNITS_MISSING",
                "BOTH_VARIABLE, -, 5, BASE_SALARY_MISSING",
                "BOTH_FIXED, 300000, -, -",
                "BOTH_FIXED, 300000, 5, UNITS_SET_BY_ESTABLISHMENT",
                "BOTH_FIXED, -, -, BASE_SALARY_MISSING",
            })
    void a_joiner_has_one_figure_for_each_plan_offered(String at, Integer first, Integer units, String problem) {
        assertThat(rules.refuseJoining(bases(first, units), establishment(at), TODAY)
                        .map(refusal -> refusal.problem().name()))
                .isEqualTo(Optional.ofNullable(problem));
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "BOTH_VARIABLE, 300000, -, -",
                "BOTH_VARIABLE, -, 5, -",
                "BOTH_VARIABLE, 300000, 31, UNITS_OUT_OF_RANGE",
                "BOTH_FIXED, 300000, -, -",
                "BOTH_FIXED, -, 6, UNITS_SET_BY_ESTABLISHMENT",
                "FIRST_ONLY, -, 6, PLAN_NOT_OFFERED",
            })
    void a_change_may_name_one_plan(String at, Integer first, Integer units, String problem) {
        assertThat(rules.refuse(bases(first, units), establishment(at), TODAY)
                        .map(refusal -> refusal.problem().name()))
                .isEqualTo(Optional.ofNullable(problem));
    }

    @Test
    void what_is_no_grade_is_answered_with_the_nearest() {
        assertThat(rules.refuse(bases(305_000, null), FIRST_ONLY, TODAY)
                        .orElseThrow()
                        .values())
                .containsEntry("nearest", "300000, 320000");
    }

    @Test
    void the_units_of_a_fixed_course_come_from_the_establishment() {
        assertThat(rules.joining(bases(300_000, null), BOTH_FIXED, TODAY))
                .containsExactly(new PlanBaseSalary(Plan.FIRST, 300_000), new PlanBaseSalary(Plan.SECOND, 5_000));
    }

    @Test
    void units_become_yen() {
        assertThat(rules.joining(bases(null, 30), SECOND_VARIABLE, TODAY))
                .containsExactly(new PlanBaseSalary(Plan.SECOND, 30_000));
    }

    private static Establishment establishment(String name) {
        return switch (name) {
            case "FIRST_ONLY" -> FIRST_ONLY;
            case "SECOND_VARIABLE" -> SECOND_VARIABLE;
            case "BOTH_VARIABLE" -> BOTH_VARIABLE;
            case "BOTH_FIXED" -> BOTH_FIXED;
            default -> throw new IllegalArgumentException(name);
        };
    }
}
