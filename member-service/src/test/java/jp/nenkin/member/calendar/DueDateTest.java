package jp.nenkin.member.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import jp.nenkin.member.plan.PlanData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DueDateTest {
    private static final LocalDate FIRST_OF_APRIL = LocalDate.of(2025, 4, 1);
    private final Calendar calendar = new Calendar(PlanData.standard(), Map.of());

    @Test
    void of_1_april_it_is_30_april_the_thirtieth_day() {
        assertThat(lastDay(FIRST_OF_APRIL)).isEqualTo(LocalDate.of(2025, 4, 30));
    }

    @Test
    void of_20_april_it_is_14_may() {
        assertThat(lastDay(LocalDate.of(2025, 4, 20))).isEqualTo(LocalDate.of(2025, 5, 14));
    }

    @ParameterizedTest
    @CsvSource({
        "2025-04-14, 2025-05-13",
        "2025-04-15, 2025-05-14",
        "2025-04-16, 2025-05-14",
        "2025-04-30, 2025-05-14",
        "2024-05-15, 2024-06-13",
        "2024-05-16, 2024-06-14",
        "2024-05-17, 2024-06-14",
        "2025-02-12, 2025-03-13",
        "2025-02-13, 2025-03-14",
        "2024-02-13, 2024-03-13",
        "2025-01-31, 2025-02-14",
        "2024-12-20, 2025-01-14",
    })
    void the_thirtieth_day_or_the_14th_of_the_next_month_whichever_is_earlier(LocalDate event, LocalDate last) {
        assertThat(lastDay(event)).isEqualTo(last);
    }

    @ParameterizedTest
    @CsvSource({
        "2025-03-14, 2025-04-14", // the thirtieth day is Saturday, 12 April
        "2025-03-15, 2025-04-14", // Sunday, 13 April
        "2025-05-17, 2025-06-16", // Saturday, 14 June
        "2025-08-20, 2025-09-16", // Sunday, 14 September, and respect-for-the-aged day
    })
    void a_last_day_on_a_weekend_moves_to_the_next_open_day(LocalDate event, LocalDate last) {
        assertThat(lastDay(event)).isEqualTo(last);
    }

    @ParameterizedTest
    @CsvSource({
        "2019-04-01, 2019-05-07", // 30 April 2019 was closed between two holidays, up to 6 May
        "2025-04-02, 2025-05-01",
        "2025-04-03, 2025-05-02",
        "2025-04-04, 2025-05-07",
        "2025-04-07, 2025-05-07",
        "2025-04-08, 2025-05-07",
        "2025-04-09, 2025-05-08",
    })
    void a_last_day_in_golden_week_moves_behind_it(LocalDate event, LocalDate last) {
        assertThat(lastDay(event)).isEqualTo(last);
    }

    @ParameterizedTest
    @CsvSource({"2024-11-30, 2024-12-16", "2024-12-01, 2025-01-06", "2026-12-01, 2027-01-04"})
    void a_last_day_at_the_end_of_the_year_moves_into_the_next(LocalDate event, LocalDate last) {
        assertThat(lastDay(event)).isEqualTo(last);
    }

    @Test
    void a_last_day_on_a_day_of_the_fund_moves_too() {
        Calendar fund = new Calendar(PlanData.standard(), Map.of(LocalDate.of(2025, 4, 30), "創立記念日"));
        assertThat(DueDate.of(FIRST_OF_APRIL, fund).lastDay()).isEqualTo(LocalDate.of(2025, 5, 1));
    }

    @ParameterizedTest
    @CsvSource({"2025-04-01, false", "2025-04-30, false", "2025-05-01, true", "2026-05-01, true"})
    void overdue_is_what_is_received_after_the_last_day(LocalDate receivedOn, boolean overdue) {
        assertThat(DueDate.of(FIRST_OF_APRIL, calendar).isOverdueOn(receivedOn)).isEqualTo(overdue);
    }

    @ParameterizedTest
    @CsvSource({"2019-05-06, false", "2019-05-07, false", "2019-05-08, true"})
    void nothing_is_overdue_on_the_day_that_the_last_day_moved_to(LocalDate receivedOn, boolean overdue) {
        assertThat(DueDate.of(LocalDate.of(2019, 4, 1), calendar).isOverdueOn(receivedOn))
                .isEqualTo(overdue);
    }

    @ParameterizedTest
    @CsvSource({"2025-05-30, false", "2025-05-31, true", "2025-06-01, true"})
    void sixty_days_after_the_day_of_the_event_evidence_is_needed(LocalDate receivedOn, boolean evidence) {
        assertThat(DueDate.of(FIRST_OF_APRIL, calendar).needsEvidenceOn(receivedOn))
                .isEqualTo(evidence);
    }

    private LocalDate lastDay(LocalDate event) {
        return DueDate.of(event, calendar).lastDay();
    }
}
