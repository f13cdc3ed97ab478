package jp.nenkin.member.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.Year;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PublicHolidaysTest {
    private final PublicHolidays holidays = PublicHolidays.known();

    @Test
    void the_data_is_what_the_law_makes_of_each_year() {
        for (int year = 2015; year <= 2030; year++) {
            assertThat(holidays.names().subMap(LocalDate.of(year, 1, 1), LocalDate.of(year + 1, 1, 1)))
                    .as("%d", year)
                    .isEqualTo(HolidayLaw.holidays(year));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "2015-09-22, 国民の休日",
        "2016-08-11, 山の日",
        "2017-01-02, 振替休日",
        "2018-12-24, 振替休日",
        "2019-04-30, 国民の休日",
        "2019-05-01, 天皇の即位の日",
        "2019-05-02, 国民の休日",
        "2019-05-06, 振替休日",
        "2019-10-22, 即位礼正殿の儀の行われる日",
        "2020-02-24, 振替休日",
        "2020-07-24, スポーツの日",
        "2021-08-09, 振替休日",
        "2024-02-12, 振替休日",
        "2025-05-06, 振替休日",
        "2026-09-22, 国民の休日",
    })
    void holidays_as_the_cabinet_office_published_them(LocalDate day, String name) {
        assertThat(holidays.on(day)).contains(name);
    }

    @ParameterizedTest
    @CsvSource({"2015-08-11", "2019-12-23", "2019-02-23", "2020-07-20", "2020-10-12", "2021-10-11", "2025-05-02"})
    void days_that_were_no_holiday_in_that_year(LocalDate day) {
        assertThat(holidays.on(day)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"2014, false", "2015, true", "2030, true", "2031, false"})
    void years_without_data_are_known_as_such(int year, boolean covered) {
        assertThat(holidays.cover(Year.of(year))).isEqualTo(covered);
    }
}
