package jp.nenkin.member.eligibility;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import jp.nenkin.member.plan.PlanData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LossDateTest {
    private static final LocalDate YEAR_END = LocalDate.of(2024, 12, 31);
    private static final LocalDate NEW_YEAR = LocalDate.of(2025, 1, 1);

    @Test
    void retirement_and_death_end_membership_on_the_next_day() {
        assertThat(of(new LossEvent.Retirement(YEAR_END))).isEqualTo(NEW_YEAR);
        assertThat(of(new LossEvent.Retirement(LocalDate.of(2024, 2, 28)))).isEqualTo(LocalDate.of(2024, 2, 29));
        assertThat(of(new LossEvent.Death(YEAR_END))).isEqualTo(NEW_YEAR);
    }

    @Test
    void a_transfer_of_employment_ends_it_on_the_same_day() {
        assertThat(of(new LossEvent.EmploymentTransfer(YEAR_END))).isEqualTo(YEAR_END);
    }

    @ParameterizedTest
    @CsvSource({
        "1960-04-01, 2025-03-31",
        "1960-04-02, 2025-04-01",
        "1960-01-01, 2024-12-31",
        "1960-02-29, 2025-02-28",
        "1959-03-01, 2024-02-29",
    })
    void the_age_limit_ends_it_the_day_before_the_65th_birthday(LocalDate birthDate, LocalDate lostOn) {
        assertThat(of(new LossEvent.AgeLimit(birthDate))).isEqualTo(lostOn);
    }

    @Test
    void any_other_cause_ends_it_on_the_day_given() {
        assertThat(of(new LossEvent.Other(YEAR_END))).isEqualTo(YEAR_END);
    }

    private static LocalDate of(LossEvent event) {
        return LossDate.of(event, PlanData.standard());
    }
}
