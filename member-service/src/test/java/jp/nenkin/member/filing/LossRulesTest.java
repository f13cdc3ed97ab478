package jp.nenkin.member.filing;

import static jp.nenkin.member.filing.FilingFixtures.NUMBER;
import static jp.nenkin.member.filing.FilingFixtures.OTHER_SITE;
import static jp.nenkin.member.filing.FilingFixtures.SITE;
import static jp.nenkin.member.filing.FilingFixtures.TODAY;
import static jp.nenkin.member.filing.FilingFixtures.lost;
import static jp.nenkin.member.filing.FilingFixtures.member;
import static jp.nenkin.member.filing.FilingFixtures.membership;
import static jp.nenkin.member.filing.FilingFixtures.received;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import jp.nenkin.events.LossCause;
import jp.nenkin.member.member.Member;
import jp.nenkin.member.plan.PlanData;
import jp.nenkin.member.plan.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LossRulesTest {
    private final LossRules rules = new LossRules(PlanData.standard());

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "2015-03-31, LOST_BEFORE_ACQUIRED",
                "2015-04-01, -",
                "2025-06-20, -",
                "2025-06-21, LOST_AFTER_RECEIVED",
            })
    void a_loss_lies_between_acquisition_and_receipt(LocalDate lostOn, FilingProblem problem) {
        assertThat(refuse(loss(lostOn, LossCause.RETIREMENT), member(membership())))
                .isEqualTo(Optional.ofNullable(problem));
    }

    @Test
    void only_a_member_of_the_establishment_loses_membership_there() {
        LossFiling elsewhere = new LossFiling(OTHER_SITE, NUMBER, TODAY, LossCause.RETIREMENT);
        assertThat(refuse(elsewhere, member(membership()))).contains(FilingProblem.NOT_A_MEMBER);
    }

    @Test
    void membership_is_lost_once() {
        assertThat(refuse(loss(TODAY, LossCause.RETIREMENT), member(lost(TODAY.minusDays(1)))))
                .contains(FilingProblem.ALREADY_LOST);
    }

    @Test
    void after_rejoining_membership_may_be_lost_again() {
        assertThat(refuse(loss(TODAY, LossCause.OTHER), member(lost(TODAY.minusDays(1)), membership())))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "RETIREMENT, 2025-03-31, -",
                "RETIREMENT, 2025-04-01, NOT_BY_AGE_LIMIT",
                "AGE_65, 2025-03-30, NOT_BY_AGE_LIMIT",
                "AGE_65, 2025-03-31, -",
                "AGE_65, 2025-04-01, NOT_BY_AGE_LIMIT",
            })
    void nobody_is_a_member_after_the_age_limit(LossCause cause, LocalDate lostOn, FilingProblem problem) {
        Member sixtyFive = member(LocalDate.of(1960, 4, 1), membership());
        assertThat(refuse(loss(lostOn, cause), sixtyFive)).isEqualTo(Optional.ofNullable(problem));
    }

    private Optional<Object> refuse(LossFiling filed, Member member) {
        return rules.refuse(filed, member, received(TODAY)).map(Refusal::problem);
    }

    private static LossFiling loss(LocalDate lostOn, LossCause cause) {
        return new LossFiling(SITE, NUMBER, lostOn, cause);
    }
}
