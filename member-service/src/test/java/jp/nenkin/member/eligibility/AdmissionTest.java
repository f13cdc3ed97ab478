package jp.nenkin.member.eligibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import jp.nenkin.member.eligibility.Admission.Admitted;
import jp.nenkin.member.eligibility.Admission.NotApplicable;
import jp.nenkin.member.plan.PlanData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class AdmissionTest {
    private static final LocalDate BORN = LocalDate.of(1963, 6, 15);
    private static final LocalDate LIMIT = LocalDate.of(2028, 6, 14);
    private static final LocalDate IN = LocalDate.of(2025, 6, 30);
    private static final LocalDate OUT = LocalDate.of(2025, 7, 1);
    private final PlanData plan = PlanData.standard();

    @Test
    void born_on_15_june_1963_and_acquired_on_30_june_2025_reaches_36_months_and_is_in() {
        assertThat(admit(BORN, IN)).isEqualTo(new Admitted());
    }

    @Test
    void born_on_15_june_1963_and_acquired_on_1_july_2025_reaches_35_months_and_is_out() {
        assertThat(admit(BORN, OUT)).isEqualTo(new NotApplicable(35, 36, LIMIT));
    }

    @ParameterizedTest
    @CsvSource({
        // born on the 1st: 65 on the last day of the month before the birthday
        "1963-06-01, 2025-05-01, 36, 2028-05-31",
        "1963-06-01, 2025-05-31, 36, 2028-05-31",
        "1963-06-01, 2025-06-01, 35, 2028-05-31",
        "1963-06-02, 2025-06-30, 36, 2028-06-01",
        "1963-06-02, 2025-07-01, 35, 2028-06-01",
        "1963-01-01, 2024-12-31, 36, 2027-12-31",
        "1963-01-01, 2025-01-01, 35, 2027-12-31",
        // born on 29 February: 65 on 28 February
        "1964-02-29, 2026-02-28, 36, 2029-02-28",
        "1964-02-29, 2026-03-01, 35, 2029-02-28",
        "1964-03-01, 2026-02-28, 36, 2029-02-28",
        "1964-03-01, 2026-03-01, 35, 2029-02-28",
        "1959-03-01, 2021-02-28, 36, 2024-02-29",
        "1959-03-01, 2021-03-01, 35, 2024-02-29",
        // on and after the day itself nothing is ahead
        "1963-06-15, 2028-06-13, 0, 2028-06-14",
        "1963-06-15, 2028-06-14, 0, 2028-06-14",
        "1963-06-15, 2030-01-01, 0, 2028-06-14",
        "1963-06-15, 2015-04-01, 158, 2028-06-14",
    })
    void months_reach_from_that_of_acquisition_to_the_one_before_the_loss_by_age(
            LocalDate birthDate, LocalDate acquiredOn, int months, LocalDate limit) {
        assertThat(ReachableMonths.of(joiner(birthDate, acquiredOn, 0, false), plan))
                .isEqualTo(new ReachableMonths(months, limit));
        assertThat(admit(birthDate, acquiredOn))
                .isEqualTo(months >= 36 ? new Admitted() : new NotApplicable(months, 36, limit));
    }

    @ParameterizedTest
    @CsvSource({"2025-07-01, 0, 35", "2025-07-01, 1, 36", "2025-08-01, 1, 35", "2025-08-01, 2, 36"})
    void months_of_earlier_periods_are_carried(LocalDate acquiredOn, int earlierMonths, int months) {
        assertThat(Admission.of(joiner(BORN, acquiredOn, earlierMonths, false), plan))
                .isEqualTo(months >= 36 ? new Admitted() : new NotApplicable(months, 36, LIMIT));
    }

    @ParameterizedTest
    @CsvSource({"2025-07-01, 0, true", "2028-05-31, 0, true", "2028-06-01, 0, false", "2028-06-01, 1, true"})
    void with_a_transferred_asset_in_the_fund_one_month_is_enough(
            LocalDate acquiredOn, int earlierMonths, boolean admitted) {
        assertThat(Admission.of(joiner(BORN, acquiredOn, earlierMonths, true), plan))
                .isEqualTo(admitted ? new Admitted() : new NotApplicable(0, 1, LIMIT));
    }

    @ParameterizedTest
    @EnumSource(AdmissionReason.class)
    void each_of_the_three_exceptions_lets_in_whoever_cannot_reach_the_months(AdmissionReason reason) {
        assertThat(Admission.of(new Joiner(BORN, OUT, 0, false, reason), plan)).isEqualTo(new Admitted());
    }

    @Test
    void nobody_carries_fewer_months_than_none() {
        assertThatThrownBy(() -> joiner(BORN, IN, -1, false)).isInstanceOf(IllegalArgumentException.class);
    }

    private Admission admit(LocalDate birthDate, LocalDate acquiredOn) {
        return Admission.of(joiner(birthDate, acquiredOn, 0, false), plan);
    }

    private static Joiner joiner(LocalDate birthDate, LocalDate acquiredOn, int earlierMonths, boolean hasAsset) {
        return new Joiner(birthDate, acquiredOn, earlierMonths, hasAsset, null);
    }
}
