package jp.nenkin.member.establishment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import jp.nenkin.kit.ProblemCode;
import jp.nenkin.member.establishment.EstablishmentHistory.SetTerms;
import jp.nenkin.member.plan.Refusal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TermsRulesTest {
    private static final LocalDate APRIL = LocalDate.of(2025, 4, 1);
    private static final EstablishmentTerms FIRST = new EstablishmentTerms(true, new SecondPlan.NotOffered());
    private static final EstablishmentTerms FIVE = new EstablishmentTerms(true, new SecondPlan.Fixed(5));
    private static final EstablishmentTerms SIX = new EstablishmentTerms(true, new SecondPlan.Fixed(6));
    private static final EstablishmentTerms VARIABLE = new EstablishmentTerms(true, new SecondPlan.Variable());
    private static final EstablishmentTerms SECOND = new EstablishmentTerms(false, new SecondPlan.Variable());

    @Test
    void without_a_member_anything_may_follow_on_any_day() {
        TermsRules rules = new TermsRules(false);
        assertThat(rules.refuse(registered(FIRST), FIVE, LocalDate.of(2025, 4, 2)))
                .isEmpty();
        assertThat(rules.refuse(registered(FIVE), SIX, APRIL)).isEmpty();
        assertThat(rules.refuse(registered(FIVE), SECOND, APRIL)).isEmpty();
        assertThat(code(rules.refuse(registered(FIVE), FIVE, APRIL))).contains(EstablishmentProblem.TERMS_UNCHANGED);
    }

    @Test
    void nothing_is_put_before_what_is_set_already() {
        TermsRules rules = new TermsRules(false);
        assertThat(rules.refuse(set(FIVE, APRIL), SIX, APRIL)).isEmpty();
        assertThat(code(rules.refuse(set(FIVE, APRIL), SIX, APRIL.minusDays(1))))
                .contains(EstablishmentProblem.TERMS_BEFORE_OTHERS);
    }

    @Test
    void with_a_member_a_fixed_course_becomes_variable_on_a_day_of_base_salaries_and_nothing_else_changes() {
        TermsRules rules = new TermsRules(true);
        assertThat(rules.refuse(registered(FIVE), VARIABLE, APRIL)).isEmpty();
        assertThat(rules.refuse(registered(FIVE), VARIABLE, LocalDate.of(2025, 10, 1)))
                .isEmpty();
        assertThat(code(rules.refuse(registered(FIVE), VARIABLE, LocalDate.of(2025, 5, 1))))
                .contains(EstablishmentProblem.TERMS_DAY_NOT_ALLOWED);
        assertThat(code(rules.refuse(registered(FIVE), SIX, APRIL)))
                .contains(EstablishmentProblem.UNITS_FILED_PER_MEMBER);
        assertThat(code(rules.refuse(registered(VARIABLE), FIVE, APRIL)))
                .contains(EstablishmentProblem.UNITS_FILED_PER_MEMBER);
        assertThat(code(rules.refuse(registered(FIRST), VARIABLE, APRIL))).contains(EstablishmentProblem.PLANS_STAY);
        assertThat(code(rules.refuse(registered(VARIABLE), SECOND, APRIL))).contains(EstablishmentProblem.PLANS_STAY);
    }

    private static SetTerms registered(EstablishmentTerms terms) {
        return set(terms, null);
    }

    private static SetTerms set(EstablishmentTerms terms, @Nullable LocalDate from) {
        return new SetTerms(terms, from, Instant.EPOCH, null);
    }

    private static Optional<ProblemCode> code(Optional<Refusal> refusal) {
        return refusal.map(Refusal::problem);
    }
}
