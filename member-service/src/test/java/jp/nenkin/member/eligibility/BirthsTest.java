package jp.nenkin.member.eligibility;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import jp.nenkin.member.plan.Age;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BirthsTest {

    @ParameterizedTest
    @CsvSource({
        "2025-03, 1960-03-02, 1960-04-01",
        "2025-02, 1960-02-02, 1960-03-01",
        "2024-02, 1959-02-02, 1959-03-01",
        "2024-12, 1959-12-02, 1960-01-01",
    })
    void of_those_who_turn_65_within_a_month(YearMonth month, LocalDate earliest, LocalDate latest) {
        assertThat(Births.attaining(65, month)).isEqualTo(new Births(earliest, latest));
    }

    @Test
    void everybody_born_in_nine_years_attains_every_age_in_exactly_one_month() {
        for (int age = 60; age <= 65; age++) {
            LocalDate birth = LocalDate.of(1959, 1, 1);
            for (; birth.isBefore(LocalDate.of(1968, 1, 1)); birth = birth.plusDays(1)) {
                YearMonth month = YearMonth.from(Age.attainedOn(birth, age));
                assertThat(contains(Births.attaining(age, month), birth)).isTrue();
                assertThat(contains(Births.attaining(age, month.minusMonths(1)), birth))
                        .isFalse();
                assertThat(contains(Births.attaining(age, month.plusMonths(1)), birth))
                        .isFalse();
            }
        }
    }

    @Test
    void everybody_born_in_nine_years_has_attained_the_age_from_the_day_on_which_it_is_attained() {
        LocalDate birth = LocalDate.of(1959, 1, 1);
        for (; birth.isBefore(LocalDate.of(1968, 1, 1)); birth = birth.plusDays(1)) {
            LocalDate attained = Age.attainedOn(birth, 65);
            assertThat(contains(Births.attainedBy(65, attained), birth)).isTrue();
            assertThat(contains(Births.attainedBy(65, attained.minusDays(1)), birth))
                    .isFalse();
        }
    }

    private static boolean contains(Births births, LocalDate birth) {
        return !birth.isBefore(births.earliest()) && !birth.isAfter(births.latest());
    }
}
