package jp.nenkin.ledger.contribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The day from which a month's contribution counts. */
class PostingDayTest {

    @ParameterizedTest(name = "{0}, acquired {1}: {2}")
    @CsvSource({"2024-11, 2024-11-05, 2024-11-05", "2024-11, 2024-11-01, 2024-11-01", "2024-12, 2024-11-05, 2024-12-01"
    })
    void it_is_the_first_of_the_month_or_the_day_of_acquisition(YearMonth month, LocalDate acquired, LocalDate day) {
        assertThat(PostingDay.of(month, acquired)).isEqualTo(day);
    }
}
