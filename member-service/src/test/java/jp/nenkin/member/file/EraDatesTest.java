package jp.nenkin.member.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.chrono.JapaneseEra;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EraDatesTest {

    @ParameterizedTest
    @CsvSource({
        "1, 060101, 1873-01-01",
        "1, 450729, 1912-07-29",
        "3, 010730, 1912-07-30",
        "3, 151224, 1926-12-24",
        "5, 011225, 1926-12-25",
        "5, 640107, 1989-01-07",
        "7, 010108, 1989-01-08",
        "7, 120229, 2000-02-29",
        "7, 310430, 2019-04-30",
        "9, 010501, 2019-05-01",
        "9, 070401, 2025-04-01"
    })
    void a_day_of_an_era_is_a_day_of_the_calendar(String era, String date, LocalDate day) {
        assertThat(EraDates.day(era(era), date)).contains(day);
    }

    @ParameterizedTest
    @CsvSource({
        "1, 450730",
        "3, 010729",
        "3, 151225",
        "5, 011224",
        "5, 640108",
        "5, 650101",
        "7, 010107",
        "7, 310501",
        "9, 010430",
        "7, 110229",
        "7, 000101",
        "7, 101301",
        "7, 100431",
        "7, 100400",
        "7, 10401",
        "7, 0100401",
        "7, 1004 1",
        "7, -10401"
    })
    void a_day_that_an_era_has_not_is_none(String era, String date) {
        assertThat(EraDates.day(era(era), date)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "3, 1, 7, 1912-07",
        "5, 64, 1, 1989-01",
        "7, 1, 1, 1989-01",
        "7, 31, 4, 2019-04",
        "9, 1, 5, 2019-05",
        "9, 7, 9, 2025-09"
    })
    void a_month_is_of_each_era_that_has_a_day_in_it(String era, int year, int month, YearMonth found) {
        assertThat(EraDates.month(era(era), year, month)).contains(found);
    }

    @ParameterizedTest
    @CsvSource({"5, 64, 2", "7, 31, 5", "9, 1, 4", "9, 7, 0", "9, 7, 13", "9, 0, 1"})
    void a_month_that_an_era_has_not_is_none(String era, int year, int month) {
        assertThat(EraDates.month(era(era), year, month)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2025-04-01, 2025-04-01",
        "2025/04/01, 2025-04-01",
        "2025/4/1, 2025-04-01",
        "9-070401, 2025-04-01",
        "5-640107, 1989-01-07",
        "2024-02-29, 2024-02-29"
    })
    void our_csv_writes_days_in_three_ways(String written, LocalDate day) {
        assertThat(WrittenDays.day(written)).contains(day);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2025-02-29",
                "2025/13/1",
                "20250401",
                "25-04-01",
                "5-640108",
                "7-010107",
                "2-010101",
                "9-7041",
                "2025-4-1",
                "令和7年4月1日",
                "2025-04-01T00:00"
            })
    void what_is_written_otherwise_is_no_day(String written) {
        assertThat(WrittenDays.day(written)).isEmpty();
    }

    private static JapaneseEra era(String digit) {
        return Objects.requireNonNull(EraDates.ERAS.get(digit));
    }
}
