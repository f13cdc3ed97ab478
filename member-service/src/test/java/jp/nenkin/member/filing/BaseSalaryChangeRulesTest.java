package jp.nenkin.member.filing;

import static jp.nenkin.member.filing.FilingFixtures.BOTH_VARIABLE;
import static jp.nenkin.member.filing.FilingFixtures.ENROLMENT;
import static jp.nenkin.member.filing.FilingFixtures.FIRST_ONLY;
import static jp.nenkin.member.filing.FilingFixtures.JOINED;
import static jp.nenkin.member.filing.FilingFixtures.NUMBER;
import static jp.nenkin.member.filing.FilingFixtures.SITE;
import static jp.nenkin.member.filing.FilingFixtures.TODAY;
import static jp.nenkin.member.filing.FilingFixtures.base;
import static jp.nenkin.member.filing.FilingFixtures.bases;
import static jp.nenkin.member.filing.FilingFixtures.lost;
import static jp.nenkin.member.filing.FilingFixtures.membership;
import static jp.nenkin.member.filing.FilingFixtures.received;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import jp.nenkin.events.Plan;
import jp.nenkin.events.PlanBaseSalary;
import jp.nenkin.member.filing.BaseSalaryChangeRules.Change;
import jp.nenkin.member.member.BaseSalary;
import jp.nenkin.member.member.Membership;
import jp.nenkin.member.plan.PlanData;
import jp.nenkin.member.plan.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BaseSalaryChangeRulesTest {
    private static final LocalDate APRIL = LocalDate.of(2025, 4, 1);
    private static final LocalDate OCTOBER = LocalDate.of(2025, 10, 1);
    private static final Membership AT_300_000 = membership(base(Plan.FIRST, JOINED, 300_000, 1));

    private final BaseSalaryChangeRules rules = new BaseSalaryChangeRules(PlanData.standard());

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "2025-04-01, -",
                "2025-10-01, -",
                "2025-04-02, EFFECTIVE_DAY_NOT_ALLOWED",
                "2025-03-31, EFFECTIVE_DAY_NOT_ALLOWED",
                "2025-09-01, EFFECTIVE_DAY_NOT_ALLOWED",
                "2025-10-02, EFFECTIVE_DAY_NOT_ALLOWED",
                "2026-04-01, EFFECTIVE_TOO_FAR_AHEAD",
            })
    void a_change_takes_effect_on_1_april_or_1_october(LocalDate day, FilingProblem problem) {
        assertThat(rules.refuse(to(320_000, day), FIRST_ONLY, received(TODAY)).map(Refusal::problem))
                .isEqualTo(Optional.ofNullable(problem));
    }

    @ParameterizedTest
    @CsvSource({"2025-03-31, true", "2025-04-01, false", "2025-04-02, false", "2026-01-01, false"})
    void a_change_is_filed_at_most_six_months_ahead(LocalDate receivedOn, boolean refused) {
        assertThat(rules.refuse(to(320_000, OCTOBER), FIRST_ONLY, received(receivedOn))
                        .map(Refusal::problem))
                .isEqualTo(refused ? Optional.of(FilingProblem.EFFECTIVE_TOO_FAR_AHEAD) : Optional.empty());
    }

    @Test
    void a_change_names_a_figure() {
        BaseSalaryChange nothing = new BaseSalaryChange(SITE, NUMBER, APRIL, bases(null, null));
        assertThat(rules.refuse(nothing, BOTH_VARIABLE, received(TODAY)).map(Refusal::problem))
                .contains(FilingProblem.BASE_SALARY_MISSING);
    }

    @Test
    void grades_are_those_of_the_day_it_takes_effect() {
        LocalDate april = LocalDate.of(2027, 4, 1);
        LocalDate october = LocalDate.of(2027, 10, 1);
        assertThat(rules.refuse(to(680_000, april), FIRST_ONLY, received(april)).map(Refusal::problem))
                .contains(FilingProblem.BASE_SALARY_NOT_A_GRADE);
        assertThat(rules.refuse(to(680_000, october), FIRST_ONLY, received(april)))
                .isEmpty();
    }

    @Test
    void there_is_a_membership_that_goes_on() {
        assertThat(refuse(to(320_000, APRIL), Optional.empty())).contains(FilingProblem.NOT_A_MEMBER);
        assertThat(refuse(to(320_000, APRIL), Optional.of(lost(OCTOBER)))).contains(FilingProblem.NOT_A_MEMBER);
        assertThat(refuse(to(320_000, APRIL), Optional.of(AT_300_000))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"2014-10-01, true", "2015-04-01, false", "2015-10-01, false"})
    void it_takes_effect_within_the_membership(LocalDate day, boolean refused) {
        assertThat(refuse(to(320_000, day), Optional.of(AT_300_000)))
                .isEqualTo(refused ? Optional.of(FilingProblem.EFFECTIVE_OUTSIDE_MEMBERSHIP) : Optional.empty());
    }

    @Test
    void the_first_change_of_a_day_replaces_nothing() {
        assertThat(rules.changes(to(320_000, APRIL), AT_300_000))
                .containsExactly(new Change(new PlanBaseSalary(Plan.FIRST, 320_000), null));
    }

    @Test
    void a_second_change_of_a_day_replaces_the_first() {
        Membership changed = membership(base(Plan.FIRST, JOINED, 300_000, 1), base(Plan.FIRST, APRIL, 320_000, 2));
        assertThat(rules.changes(to(340_000, APRIL), changed))
                .containsExactly(new Change(new PlanBaseSalary(Plan.FIRST, 340_000), new UUID(0, 2)));
        assertThat(rules.changes(to(300_000, APRIL), changed))
                .containsExactly(new Change(new PlanBaseSalary(Plan.FIRST, 300_000), new UUID(0, 2)));
    }

    @Test
    void a_third_change_of_a_day_replaces_the_second_alone() {
        BaseSalary second = new BaseSalary(Plan.FIRST, APRIL, 340_000, new UUID(0, 3), new UUID(0, 2));
        Membership changed =
                membership(base(Plan.FIRST, JOINED, 300_000, 1), base(Plan.FIRST, APRIL, 320_000, 2), second);
        assertThat(rules.changes(to(320_000, APRIL), changed))
                .containsExactly(new Change(new PlanBaseSalary(Plan.FIRST, 320_000), new UUID(0, 3)));
        assertThat(refuse(to(340_000, APRIL), Optional.of(changed))).contains(FilingProblem.NOTHING_CHANGES);
    }

    @Test
    void the_same_figure_again_changes_nothing() {
        Membership changed = membership(base(Plan.FIRST, JOINED, 300_000, 1), base(Plan.FIRST, APRIL, 320_000, 2));
        assertThat(refuse(to(320_000, APRIL), Optional.of(changed))).contains(FilingProblem.NOTHING_CHANGES);
        assertThat(refuse(to(320_000, OCTOBER), Optional.of(changed))).contains(FilingProblem.NOTHING_CHANGES);
        assertThat(refuse(to(300_000, APRIL), Optional.of(AT_300_000))).contains(FilingProblem.NOTHING_CHANGES);
    }

    @Test
    void of_two_plans_the_one_that_stays_is_no_change() {
        Membership both = membership(base(Plan.FIRST, JOINED, 300_000, 1), base(Plan.SECOND, JOINED, 5_000, 1));
        BaseSalaryChange filed = new BaseSalaryChange(SITE, NUMBER, APRIL, bases(300_000, 6));
        assertThat(rules.changes(filed, both))
                .containsExactly(new Change(new PlanBaseSalary(Plan.SECOND, 6_000), null));
    }

    @Test
    void a_change_on_the_day_of_acquisition_replaces_what_the_enrolment_said() {
        assertThat(rules.changes(to(320_000, JOINED), AT_300_000))
                .containsExactly(new Change(new PlanBaseSalary(Plan.FIRST, 320_000), ENROLMENT));
    }

    private Optional<Object> refuse(BaseSalaryChange filed, Optional<Membership> at) {
        return rules.refuse(filed, at).map(Refusal::problem);
    }

    private static BaseSalaryChange to(int yen, LocalDate day) {
        return new BaseSalaryChange(SITE, NUMBER, day, bases(yen, null));
    }
}
