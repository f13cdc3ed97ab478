package jp.nenkin.member.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AgeTest {

    @ParameterizedTest
    @CsvSource({
        "1960-04-01, 2025-03-31",
        "1960-04-02, 2025-04-01",
        "1960-01-01, 2024-12-31",
        "1960-03-01, 2025-02-28",
        "1959-03-01, 2024-02-29",
        "1960-02-28, 2025-02-27",
        "1960-02-29, 2025-02-28",
        "1963-06-15, 2028-06-14",
    })
    void sixty_five_is_attained_the_day_before_the_birthday(LocalDate birthDate, LocalDate attained) {
        assertThat(Age.attainedOn(birthDate, 65)).isEqualTo(attained);
    }

    @ParameterizedTest
    @CsvSource({"60, 2020-02-28", "64, 2024-02-28", "65, 2025-02-28", "15, 1975-02-28"})
    void who_is_born_on_29_february_attains_every_age_on_28_february(int years, LocalDate attained) {
        assertThat(Age.attainedOn(LocalDate.of(1960, 2, 29), years)).isEqualTo(attained);
    }

    @Test
    void for_every_birthday_of_four_years_the_next_day_is_a_day_later_or_the_same_around_the_leap_day() {
        LocalDate birth = LocalDate.of(1960, 1, 1);
        for (; birth.isBefore(LocalDate.of(1964, 1, 1)); birth = birth.plusDays(1)) {
            LocalDate attained = Age.attainedOn(birth, 65);
            LocalDate next = Age.attainedOn(birth.plusDays(1), 65);
            assertThat(next).as("born %s", birth).isBetween(attained, attained.plusDays(2));
            assertThat(attained).isBetween(birth.plusYears(65).minusDays(1), birth.plusYears(65));
        }
    }
}
