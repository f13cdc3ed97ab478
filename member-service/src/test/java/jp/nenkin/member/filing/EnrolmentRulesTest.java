package jp.nenkin.member.filing;

import static jp.nenkin.member.filing.FilingFixtures.BIRTH;
import static jp.nenkin.member.filing.FilingFixtures.ENROLMENT;
import static jp.nenkin.member.filing.FilingFixtures.FIRST_ONLY;
import static jp.nenkin.member.filing.FilingFixtures.JOINED;
import static jp.nenkin.member.filing.FilingFixtures.NUMBER;
import static jp.nenkin.member.filing.FilingFixtures.OTHER_SITE;
import static jp.nenkin.member.filing.FilingFixtures.SITE;
import static jp.nenkin.member.filing.FilingFixtures.TODAY;
import static jp.nenkin.member.filing.FilingFixtures.bases;
import static jp.nenkin.member.filing.FilingFixtures.period;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import jp.nenkin.member.establishment.Establishment;
import jp.nenkin.member.member.Career;
import jp.nenkin.member.member.FormerMember;
import jp.nenkin.member.member.Profile;
import jp.nenkin.member.plan.PlanData;
import jp.nenkin.member.plan.Refusal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EnrolmentRulesTest {
    private static final Profile PROFILE = new Profile("年金 太郎", BIRTH, ENROLMENT);

    private final EnrolmentRules rules = new EnrolmentRules(PlanData.standard(), TODAY);

    @Test
    void somebody_of_working_age_with_a_grade_is_accepted() {
        assertThat(refuse(born(BIRTH, JOINED), FIRST_ONLY)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"2025-06-20, false", "2025-06-21, true"})
    void acquisition_is_not_in_the_future(LocalDate acquiredOn, boolean refused) {
        assertRefused(born(BIRTH, acquiredOn), FilingProblem.ACQUIRED_IN_FUTURE, refused);
    }

    @ParameterizedTest
    @CsvSource({
        "1960-04-01, 2025-03-30, false",
        "1960-04-01, 2025-03-31, true",
        "1960-02-29, 2025-02-27, false",
        "1960-02-29, 2025-02-28, true",
        "1959-03-01, 2024-02-28, false",
        "1959-03-01, 2024-02-29, true",
    })
    void acquisition_is_before_the_age_limit(LocalDate birth, LocalDate acquiredOn, boolean refused) {
        assertRefused(born(birth, acquiredOn), FilingProblem.AGE_LIMIT_REACHED, refused);
    }

    @ParameterizedTest
    @CsvSource({
        "2010-06-21, 2025-06-20, false",
        "2010-06-22, 2025-06-20, true",
        "2010-03-01, 2025-02-28, false",
        "2012-02-29, 2025-06-20, true",
        "2025-06-20, 2025-06-20, true",
        "2030-01-01, 2025-06-20, true",
        "1899-12-31, 1960-01-01, true",
        "1900-01-01, 1960-01-01, false",
    })
    void a_birth_date_leaves_at_least_fifteen_years(LocalDate birth, LocalDate acquiredOn, boolean refused) {
        assertRefused(born(birth, acquiredOn), FilingProblem.BIRTH_DATE_IMPLAUSIBLE, refused);
    }

    @Test
    void base_salaries_are_judged_on_the_day_of_acquisition() {
        EnrolmentRules later = new EnrolmentRules(PlanData.standard(), LocalDate.of(2027, 9, 1));
        Enrolment before = filed(LocalDate.of(2027, 8, 31), bases(680_000, null));
        Enrolment after = filed(LocalDate.of(2027, 9, 1), bases(680_000, null));
        assertThat(later.refuse(before, FIRST_ONLY).map(Refusal::problem))
                .contains(FilingProblem.BASE_SALARY_NOT_A_GRADE);
        assertThat(later.refuse(after, FIRST_ONLY)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"2024-10-15, true", "2024-10-16, false", "2024-10-17, false"})
    void rejoining_is_on_the_day_of_loss_or_later(LocalDate acquiredOn, boolean refused) {
        Optional<Refusal> refusal = rules.refuseRejoining(born(BIRTH, acquiredOn), former(LocalDate.of(2024, 10, 16)));
        assertThat(refusal.map(Refusal::problem))
                .isEqualTo(refused ? Optional.of(FilingProblem.ACQUIRED_BEFORE_LOSS) : Optional.empty());
    }

    @Test
    void who_has_not_lost_membership_is_a_member_already() {
        assertThat(rules.refuseRejoining(born(BIRTH, TODAY), former(null)).map(Refusal::problem))
                .contains(FilingProblem.ALREADY_MEMBER);
    }

    @Test
    void a_wrong_birth_date_is_told_before_anything_else() {
        Enrolment stranger = born(BIRTH.plusDays(1), TODAY);
        assertThat(rules.refuseRejoining(stranger, former(null)).map(Refusal::problem))
                .contains(FilingProblem.MEMBER_NOT_MATCHED);
    }

    @Test
    void a_stranger_is_told_by_what_is_filed_alone() {
        assertThat(rules.refuseStranger(born(BIRTH, TODAY), NUMBER).map(Refusal::problem))
                .contains(FilingProblem.MEMBER_NOT_MATCHED);
        assertThat(rules.refuseStranger(born(LocalDate.of(1961, 1, 1), TODAY), NUMBER)
                        .map(Refusal::problem))
                .contains(FilingProblem.RIGHT_NOT_REACHABLE);
    }

    @Test
    void whose_enrolments_were_all_cancelled_may_join_on_any_day() {
        FormerMember former = new FormerMember(NUMBER, PROFILE, new Career(List.of()));
        assertThat(rules.refuseRejoining(born(BIRTH, JOINED), former)).isEmpty();
    }

    private static FormerMember former(@Nullable LocalDate lostOn) {
        return new FormerMember(NUMBER, PROFILE, new Career(List.of(period(1, OTHER_SITE, JOINED, lostOn))));
    }

    private void assertRefused(Enrolment filed, FilingProblem problem, boolean refused) {
        assertThat(refuse(filed, FIRST_ONLY).map(Refusal::problem))
                .isEqualTo(refused ? Optional.of(problem) : Optional.empty());
    }

    private Optional<Refusal> refuse(Enrolment filed, Establishment at) {
        return rules.refuse(filed, at);
    }

    private static Enrolment born(LocalDate birthDate, LocalDate acquiredOn) {
        return new Enrolment(SITE, null, "年金 太郎", birthDate, acquiredOn, bases(300_000, null));
    }

    private static Enrolment filed(LocalDate acquiredOn, FiledBases bases) {
        return new Enrolment(SITE, null, "年金 太郎", BIRTH, acquiredOn, bases);
    }
}
