package jp.nenkin.member.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlanDataTest {
    private static final LocalDate TODAY = LocalDate.of(2025, 6, 1);
    private final PlanData plan = PlanData.standard();

    @ParameterizedTest
    @CsvSource({
        "2015-04-01, 32, 650000",
        "2027-08-31, 32, 650000",
        "2027-09-01, 33, 680000",
        "2028-08-31, 33, 680000",
        "2028-09-01, 34, 710000",
        "2029-08-31, 34, 710000",
        "2029-09-01, 35, 750000",
        "2099-01-01, 35, 750000",
    })
    void grades_are_those_of_the_day(LocalDate day, int count, long highest) {
        assertThat(plan.gradesOn(day).yen()).hasSize(count).last().isEqualTo(highest);
    }

    @Test
    void no_figure_between_two_grades_is_a_grade() {
        Grades grades = plan.gradesOn(TODAY);
        long found =
                LongStream.rangeClosed(1, 1_000_000).filter(grades::contains).count();
        assertThat(found).isEqualTo(32);
        assertThat(grades.yen()).allMatch(grade -> grade % 2_000 == 0);
    }

    @Test
    void the_contribution_of_every_grade_is_a_whole_yen() {
        assertThat(plan.gradesOn(LocalDate.of(2030, 1, 1)).yen()).allMatch(grade -> grade * 11 % 1_000 == 0);
    }

    @Test
    void the_nearest_grades_stand_below_and_above() {
        Grades grades = plan.gradesOn(TODAY);
        assertThat(grades.nearest(305_000)).containsExactly(300_000L, 320_000L);
        assertThat(grades.nearest(299_999)).containsExactly(280_000L, 300_000L);
        assertThat(grades.nearest(1)).containsExactly(88_000L);
        assertThat(grades.nearest(650_001)).containsExactly(650_000L);
        assertThat(grades.nearest(300_000)).isEqualTo(List.of(300_000L));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 88000",
        "92999, 88000",
        "93000, 98000",
        "100999, 98000",
        "101000, 104000",
        "394999, 380000",
        "395000, 410000",
        "634999, 620000",
        "635000, 650000",
        "9999999, 650000"
    })
    void a_remuneration_belongs_to_the_grade_in_whose_band_it_lies(long remuneration, long grade) {
        assertThat(plan.gradesOn(TODAY).ofRemuneration(remuneration)).isEqualTo(grade);
    }

    @ParameterizedTest
    @CsvSource({
        "2027-08-31, 9999999, 650000",
        "2027-09-01, 664999, 650000",
        "2027-09-01, 665000, 680000",
        "2028-09-01, 694999, 680000",
        "2028-09-01, 695000, 710000",
        "2029-09-01, 729999, 710000",
        "2029-09-01, 730000, 750000"
    })
    void a_remuneration_belongs_to_a_grade_of_its_day(LocalDate day, long remuneration, long grade) {
        assertThat(plan.gradesOn(day).ofRemuneration(remuneration)).isEqualTo(grade);
    }

    @Test
    void every_band_begins_midway_between_two_grades() {
        Grades grades = plan.gradesOn(LocalDate.of(2030, 1, 1));
        List<Long> yen = List.copyOf(grades.yen());
        List<Long> from = List.copyOf(grades.bands().keySet());
        for (int i = 1; i < yen.size(); i++) {
            assertThat(from.get(i)).isEqualTo((yen.get(i - 1) + yen.get(i)) / 2);
            assertThat(grades.bands().get(from.get(i))).isEqualTo(yen.get(i));
        }
    }

    @Test
    void a_negative_remuneration_has_no_grade() {
        assertThatThrownBy(() -> plan.gradesOn(TODAY).ofRemuneration(-1)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({"0, false", "1, true", "30, true", "31, false", "-1, false"})
    void one_to_thirty_units_are_allowed(int units, boolean allowed) {
        assertThat(plan.unitsOn(TODAY).allow(units)).isEqualTo(allowed);
    }

    @Test
    void a_unit_is_worth_1000_yen() {
        assertThat(plan.unitsOn(TODAY).yen()).isEqualTo(1_000);
    }
}
