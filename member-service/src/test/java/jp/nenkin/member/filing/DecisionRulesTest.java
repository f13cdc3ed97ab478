package jp.nenkin.member.filing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import jp.nenkin.member.filing.DecisionRules.Days;
import jp.nenkin.member.plan.PlanData;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DecisionRulesTest {
    private static final DecisionRules RULES = new DecisionRules(PlanData.standard());
    private static final LocalDate EVENT = LocalDate.of(2025, 6, 1);
    private static final LocalDate NEXT_YEAR = LocalDate.of(2026, 6, 1);

    @ParameterizedTest
    @CsvSource({"58, false", "59, false", "60, true", "61, true", "400, true"})
    void what_is_received_60_days_after_its_event_or_later_waits(int daysAfter, boolean waits) {
        assertThat(RULES.reasons(new Days(EVENT, EVENT), EVENT.plusDays(daysAfter), Optional.empty()))
                .isEqualTo(waits ? List.of(WaitingReason.LATE) : List.of());
    }

    @ParameterizedTest
    @CsvSource({
        "2025-03-31, 2024, true",
        "2025-04-01, 2024, false",
        "2024-04-01, 2024, true",
        // What comes before a closed year is in its opening balance.
        "2024-03-31, 2024, true",
        "2010-01-01, 2024, true",
        "2025-03-31, 2023, false"
    })
    void what_changes_a_closed_year_waits(LocalDate changed, int closedYear, boolean waits) {
        assertThat(RULES.reasons(new Days(null, changed), NEXT_YEAR, Optional.of(closedYear)))
                .isEqualTo(waits ? List.of(WaitingReason.CLOSED_YEAR) : List.of());
    }

    @Test
    void before_any_year_is_closed_nothing_waits_for_it() {
        assertThat(RULES.reasons(new Days(null, EVENT), NEXT_YEAR, Optional.empty()))
                .isEmpty();
    }

    @Test
    void what_is_late_and_in_a_closed_year_says_both() {
        assertThat(RULES.reasons(new Days(EVENT, EVENT), NEXT_YEAR, Optional.of(2025)))
                .containsExactly(WaitingReason.LATE, WaitingReason.CLOSED_YEAR);
    }

    @Test
    void what_changes_no_figure_waits_for_nothing() {
        assertThat(RULES.reasons(new Days(null, null), NEXT_YEAR, Optional.of(2025)))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"2025-05-01, 2025-05-01", "2025-07-01, 2025-06-01", ", 2025-06-01"})
    void a_correction_reaches_back_to_the_earlier_of_both_days(@Nullable LocalDate takenBack, LocalDate from) {
        assertThat(new Days(null, EVENT).takingBack(Optional.ofNullable(takenBack)))
                .isEqualTo(new Days(null, from));
    }

    @Test
    void a_cancellation_reaches_back_to_what_it_cancels() {
        assertThat(new Days(null, null).takingBack(Optional.of(EVENT))).isEqualTo(new Days(null, EVENT));
        assertThat(new Days(null, null).takingBack(Optional.empty())).isEqualTo(new Days(null, null));
    }

    @ParameterizedTest
    @CsvSource({"2025-03-31, 2024", "2025-04-01, 2025", "2025-12-31, 2025", "2026-01-01, 2025"})
    void a_fiscal_year_begins_on_1_april(LocalDate day, int year) {
        assertThat(DecisionRules.fiscalYear(day)).isEqualTo(year);
    }
}
