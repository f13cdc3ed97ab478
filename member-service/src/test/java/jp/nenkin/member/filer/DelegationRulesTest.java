package jp.nenkin.member.filer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.nenkin.kit.ProblemCode;
import jp.nenkin.member.establishment.EstablishmentNumber;
import jp.nenkin.member.plan.Refusal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DelegationRulesTest {
    private static final LocalDate TODAY = LocalDate.of(2025, 6, 10);
    private static final DelegationRules RULES = new DelegationRules(TODAY);

    @Test
    void one_holds_on_a_day_at_least() {
        assertThat(RULES.refuse(TODAY, TODAY.plusDays(1), List.of())).isEmpty();
        assertThat(RULES.refuse(TODAY, null, List.of())).isEmpty();
        assertThat(code(RULES.refuse(TODAY, TODAY, List.of()))).contains(FilerProblem.DELEGATION_WITHOUT_A_DAY);
    }

    @Test
    void none_stands_beside_another_of_the_same_two() {
        List<Delegation> untilJuly = List.of(delegation(TODAY, LocalDate.of(2025, 7, 1)));
        assertThat(RULES.refuse(LocalDate.of(2025, 7, 1), null, untilJuly)).isEmpty();
        assertThat(RULES.refuse(TODAY.minusDays(9), TODAY, untilJuly)).isEmpty();
        assertThat(code(RULES.refuse(LocalDate.of(2025, 6, 30), null, untilJuly)))
                .contains(FilerProblem.DELEGATION_EXISTS);
        assertThat(code(RULES.refuse(TODAY.minusDays(9), TODAY.plusDays(1), untilJuly)))
                .contains(FilerProblem.DELEGATION_EXISTS);
        assertThat(code(RULES.refuse(LocalDate.of(2030, 1, 1), null, List.of(delegation(TODAY, null)))))
                .contains(FilerProblem.DELEGATION_EXISTS);
    }

    @Test
    void an_end_is_not_in_the_past_and_is_never_put_off() {
        Delegation endless = delegation(TODAY, null);
        assertThat(RULES.refuseEnd(endless, TODAY)).isEmpty();
        assertThat(code(RULES.refuseEnd(endless, TODAY.minusDays(1)))).contains(FilerProblem.DELEGATION_END_IN_PAST);
        Delegation ending = delegation(TODAY, LocalDate.of(2025, 7, 1));
        assertThat(RULES.refuseEnd(ending, LocalDate.of(2025, 6, 30))).isEmpty();
        assertThat(code(RULES.refuseEnd(ending, LocalDate.of(2025, 7, 1)))).contains(FilerProblem.DELEGATION_ENDED);
    }

    private static Delegation delegation(LocalDate from, @Nullable LocalDate until) {
        return new Delegation(
                new UUID(1, 1),
                new EstablishmentNumber("4200001"),
                new ConsultantCode("42000001"),
                from,
                until,
                Instant.EPOCH,
                "system/officer");
    }

    private static Optional<ProblemCode> code(Optional<Refusal> refusal) {
        return refusal.map(Refusal::problem);
    }
}
