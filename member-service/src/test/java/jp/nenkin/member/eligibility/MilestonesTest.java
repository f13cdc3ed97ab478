package jp.nenkin.member.eligibility;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import jp.nenkin.member.eligibility.Admission.Admitted;
import jp.nenkin.member.plan.PlanData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MilestonesTest {
    private final PlanData plan = PlanData.standard();

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "1980-05-05, 2015-04-01, 0, false, 2018-04-01, 2045-05-04",
                "1980-05-05, 2015-04-30, 0, false, 2018-04-01, 2045-05-04",
                "1980-05-05, 2015-05-01, 0, false, 2018-05-01, 2045-05-04",
                "1980-05-05, 2015-04-20, 35, false, 2015-05-01, 2045-05-04",
                "1980-05-05, 2015-04-20, 36, false, 2015-04-20, 2045-05-04",
                "1980-05-05, 2015-04-20, 0, true, 2015-05-01, 2045-05-04",
                "1980-05-05, 2015-04-20, 1, true, 2015-04-20, 2045-05-04",
                "1963-06-15, 2025-06-30, 0, false, 2028-06-01, 2028-06-14",
                "1963-06-15, 2025-07-01, 0, false, -, 2028-06-14",
                "1963-06-02, 2025-06-01, 0, false, 2028-06-01, 2028-06-01",
                "1964-02-29, 2026-02-01, 0, false, 2029-02-01, 2029-02-28",
            })
    void the_right_is_there_with_the_month_after_the_last_one_needed(
            LocalDate birthDate,
            LocalDate acquiredOn,
            int earlier,
            boolean hasAsset,
            LocalDate right,
            LocalDate limit) {
        assertThat(Milestones.of(new Joiner(birthDate, acquiredOn, earlier, hasAsset, null), plan))
                .isEqualTo(new Milestones(Optional.ofNullable(right), limit));
    }

    @Test
    void who_is_let_in_without_an_exception_is_who_comes_to_a_right() {
        LocalDate birth = LocalDate.of(1963, 5, 20);
        for (; birth.isBefore(LocalDate.of(1964, 3, 10)); birth = birth.plusDays(1)) {
            for (int month = 1; month <= 30; month++) {
                LocalDate acquiredOn = LocalDate.of(2024, 10, 31).plusMonths(month);
                Joiner joiner = new Joiner(birth, acquiredOn, month % 3, month % 5 == 0, null);
                assertThat(Milestones.of(joiner, plan).right().isPresent())
                        .as("%s", joiner)
                        .isEqualTo(Admission.of(joiner, plan) instanceof Admitted);
            }
        }
    }
}
