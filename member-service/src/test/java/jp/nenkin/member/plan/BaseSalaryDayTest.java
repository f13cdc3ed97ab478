package jp.nenkin.member.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class BaseSalaryDayTest {

    @Test
    void of_all_days_of_a_year_two_are_base_salary_days() {
        assertThat(LocalDate.of(2024, 1, 1).datesUntil(LocalDate.of(2025, 1, 1)).filter(BaseSalaryDay::is))
                .containsExactly(LocalDate.of(2024, 4, 1), LocalDate.of(2024, 10, 1));
    }
}
