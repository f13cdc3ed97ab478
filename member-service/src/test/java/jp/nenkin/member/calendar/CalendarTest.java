package jp.nenkin.member.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.MonthDay;
import java.time.Year;
import java.util.Map;
import java.util.stream.Collectors;
import jp.nenkin.member.plan.PlanData;
import jp.nenkin.member.plan.YearEnd;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CalendarTest {
    private static final LocalDate OWN_DAY = LocalDate.of(2025, 5, 7);
    private final Calendar law = new Calendar(PlanData.standard(), Map.of());
    private final Calendar fund = new Calendar(PlanData.standard(), Map.of(OWN_DAY, "創立記念日"));

    @ParameterizedTest
    @CsvSource({
        "2025-05-02, 2025-05-02",
        "2025-05-03, 2025-05-07",
        "2025-05-06, 2025-05-07",
        "2025-05-07, 2025-05-07",
        "2019-04-26, 2019-04-26",
        "2019-04-27, 2019-05-07",
        "2025-06-13, 2025-06-13",
        "2025-06-14, 2025-06-16",
        "2025-06-15, 2025-06-16",
        "2026-09-19, 2026-09-24",
        "2024-12-27, 2024-12-27",
        "2024-12-28, 2025-01-06",
        "2025-12-28, 2026-01-05",
        "2025-12-29, 2026-01-05",
        "2026-12-28, 2026-12-28",
        "2026-12-29, 2027-01-04",
        "2027-01-03, 2027-01-04",
        "2027-01-04, 2027-01-04",
    })
    void the_next_open_day_is_the_day_itself_or_the_first_after_the_closed_ones(LocalDate day, LocalDate open) {
        assertThat(law.nextOpenDay(day)).isEqualTo(open);
        assertThat(law.isOpen(day)).isEqualTo(day.equals(open));
    }

    @Test
    void a_day_of_the_fund_is_closed_as_well() {
        assertThat(fund.isOpen(OWN_DAY)).isFalse();
        assertThat(fund.nextOpenDay(LocalDate.of(2025, 5, 3))).isEqualTo(LocalDate.of(2025, 5, 8));
    }

    @Test
    void where_every_day_is_closed_the_search_ends() {
        LocalDate first = LocalDate.of(2025, 4, 3);
        Map<LocalDate, String> closed =
                first.datesUntil(first.plusDays(60)).collect(Collectors.toMap(day -> day, _ -> "改修"));
        Calendar calendar = new Calendar(PlanData.standard(), closed);
        assertThatThrownBy(() -> calendar.nextOpenDay(first)).isInstanceOf(IllegalStateException.class);
        assertThat(calendar.nextOpenDay(first.plusDays(1))).isEqualTo(first.plusDays(60));
    }

    @Test
    void a_years_closed_days_are_told_in_order_with_what_closes_them() {
        assertThat(fund.closedIn(Year.of(2025)))
                .startsWith(
                        new ClosedDay(LocalDate.of(2025, 1, 1), ClosedDayKind.PUBLIC_HOLIDAY, "元日"),
                        new ClosedDay(LocalDate.of(2025, 1, 2), ClosedDayKind.YEAR_END, "年末年始"),
                        new ClosedDay(LocalDate.of(2025, 1, 3), ClosedDayKind.YEAR_END, "年末年始"),
                        new ClosedDay(LocalDate.of(2025, 1, 13), ClosedDayKind.PUBLIC_HOLIDAY, "成人の日"))
                .contains(new ClosedDay(OWN_DAY, ClosedDayKind.FUND, "創立記念日"))
                .endsWith(new ClosedDay(LocalDate.of(2025, 12, 31), ClosedDayKind.YEAR_END, "年末年始"))
                .isSortedAccordingTo((one, other) -> one.day().compareTo(other.day()))
                .hasSize(19 + 5 + 1);
    }

    @Test
    void the_days_around_new_year_begin_in_december_and_end_in_january() {
        MonthDay january = MonthDay.of(1, 3);
        YearEnd around = new YearEnd(null, MonthDay.of(12, 29), january);
        assertThat(around.contains(LocalDate.of(2024, 12, 29))).isTrue();
        assertThat(around.contains(LocalDate.of(2025, 1, 4))).isFalse();
        assertThatThrownBy(() -> new YearEnd(null, january, january)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new YearEnd(null, january, MonthDay.of(12, 29)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
