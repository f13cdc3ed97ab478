package jp.nenkin.member.derivation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import jp.nenkin.member.establishment.Establishment;
import jp.nenkin.member.establishment.EstablishmentNumber;
import jp.nenkin.member.establishment.SecondPlan;
import jp.nenkin.member.file.FiledForm.Employed;
import jp.nenkin.member.file.FiledForm.Enrolment;
import jp.nenkin.member.file.FiledName;
import jp.nenkin.member.file.FiledPerson;
import jp.nenkin.member.filing.FiledBases;
import jp.nenkin.member.member.MemberNumber;
import jp.nenkin.member.plan.PlanData;
import jp.nenkin.member.upload.KeptRows.KeptRow;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RosterRowTest {
    private static final PlanData PLAN = PlanData.standard();
    private static final LocalDate DAY = LocalDate.of(2025, 10, 1);
    private static final EstablishmentNumber SITE = new EstablishmentNumber("1000001");
    private static final Establishment FIRST = new Establishment(SITE, "東京工場", true, new SecondPlan.NotOffered());
    private static final Establishment SECOND = new Establishment(SITE, "大阪工場", false, new SecondPlan.Variable());
    private static final FiledPerson SOMEBODY =
            new FiledPerson(null, null, null, new FiledName("年金 太郎", null), LocalDate.of(1990, 1, 1));

    private static RosterRow row(FiledPerson person, @Nullable Long base, @Nullable Long remuneration) {
        Employed employed = new Employed(person, LocalDate.of(2027, 8, 31), base, remuneration, 3);
        return new RosterRow(new KeptRow(new UUID(0, 1), 1, 2, employed, Map.of()), employed);
    }

    @Test
    void a_base_salary_goes_before_the_grade_of_the_remuneration() {
        assertThat(row(SOMEBODY, 300_000L, 400_000L).bases(FIRST, DAY, PLAN)).isEqualTo(new FiledBases(300_000L, 3));
        assertThat(row(SOMEBODY, null, 394_999L).bases(FIRST, DAY, PLAN)).isEqualTo(new FiledBases(380_000L, 3));
        assertThat(row(SOMEBODY, null, null).bases(FIRST, DAY, PLAN)).isEqualTo(new FiledBases(null, 3));
    }

    @Test
    void remuneration_gives_no_base_where_the_first_plan_is_not_offered() {
        assertThat(row(SOMEBODY, null, 400_000L).bases(SECOND, DAY, PLAN)).isEqualTo(new FiledBases(null, 3));
        assertThat(row(SOMEBODY, 300_000L, null).bases(SECOND, DAY, PLAN)).isEqualTo(new FiledBases(300_000L, 3));
    }

    @Test
    void an_enrolment_has_the_grade_of_its_own_day_and_the_number_of_before() {
        Enrolment enrolment = row(SOMEBODY, null, 700_000L)
                .enrolment(MemberNumber.of(1234), FIRST, PLAN)
                .orElseThrow();
        assertThat(enrolment.firstBaseSalary()).isEqualTo(650_000L);
        assertThat(enrolment.person().memberNumber()).contains(MemberNumber.of(1234));
        assertThat(enrolment.remuneration()).isEqualTo(700_000L);
    }

    @Test
    void an_enrolment_needs_a_name_and_a_birth_date() {
        FiledPerson nameless = new FiledPerson("1234", null, null, null, LocalDate.of(1990, 1, 1));
        FiledPerson ageless = new FiledPerson("1234", null, null, new FiledName(null, "ﾈﾝｷﾝ"), null);
        assertThat(row(nameless, 300_000L, null).enrolment(null, FIRST, PLAN)).isEmpty();
        assertThat(row(ageless, 300_000L, null).enrolment(null, FIRST, PLAN)).isEmpty();
    }
}
