package jp.nenkin.member.eligibility;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import jp.nenkin.events.MembershipPeriod;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CountedMonthsTest {

    @ParameterizedTest
    @CsvSource({
        "2025-04-01, 2025-04-30, 0",
        "2025-04-30, 2025-05-01, 1",
        "2025-04-01, 2025-05-31, 1",
        "2015-04-01, 2018-03-31, 35",
        "2015-04-30, 2018-04-01, 36",
        "2024-12-31, 2025-01-01, 1",
        "2025-05-01, 2025-04-30, 0",
    })
    void months_count_from_that_of_acquisition_to_the_one_before_the_loss(
            LocalDate acquiredOn, LocalDate lostOn, int months) {
        assertThat(CountedMonths.of(acquiredOn, lostOn)).isEqualTo(months);
    }

    @Test
    void of_several_periods_each_calendar_month_counts_once() {
        assertThat(CountedMonths.of(List.of(
                        period("2020-04-01", "2021-04-01"),
                        period("2021-03-15", "2021-06-20"),
                        period("2023-01-10", "2023-02-01"))))
                .isEqualTo(12 + 2 + 1);
        assertThat(CountedMonths.of(List.of())).isZero();
    }

    private static MembershipPeriod period(String acquiredOn, String lostOn) {
        return new MembershipPeriod(LocalDate.parse(acquiredOn), LocalDate.parse(lostOn));
    }
}
