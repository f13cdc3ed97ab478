package jp.nenkin.member.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import jp.nenkin.events.FiledAs;
import jp.nenkin.events.LossCause;
import jp.nenkin.events.Plan;
import org.junit.jupiter.api.Test;

class DecidedContentTest {
    private static final LocalDate DAY = LocalDate.of(2026, 6, 1);

    @Test
    void an_enrolment_says_who_when_and_at_which_figures() {
        assertThat(DecidedContent.of(
                        "{\"name\":\"年金 花子\",\"acquiredOn\":\"2026-06-01\",\"firstBaseSalary\":300000,"
                                + "\"secondUnits\":5,\"receivedOn\":\"2026-06-20\"}",
                        FiledAs.ENROLMENT))
                .isEqualTo(new DecidedContent("年金 花子", DAY, null, null, 300_000L, 5, null, null));
    }

    @Test
    void a_loss_says_its_day_and_cause() {
        assertThat(DecidedContent.of("{\"lostOn\":\"2026-06-01\",\"cause\":\"RETIREMENT\"}", FiledAs.LOSS))
                .isEqualTo(new DecidedContent(null, DAY, DAY, LossCause.RETIREMENT, null, null, null, null));
    }

    @Test
    void a_correction_says_what_is_right() {
        assertThat(DecidedContent.of(
                        "{\"filingId\":\"01890a5d-ac96-774b-bcce-b302099a8057\","
                                + "\"baseSalaryChange\":{\"effectiveFrom\":\"2026-06-01\",\"firstBaseSalary\":320000}}",
                        FiledAs.CORRECTION))
                .isEqualTo(new DecidedContent(null, DAY, null, null, 320_000L, null, null, null));
    }

    @Test
    void a_row_names_people_and_the_day_of_an_asset_in_its_own_way() {
        assertThat(DecidedContent.of(
                        "{\"type\":\"TRANSFER_IN\",\"person\":{\"name\":{\"kana\":\"ネンキン ハナコ\"}},\"plan\":\"FIRST\","
                                + "\"amount\":500000,\"receivedOn\":\"2026-06-01\"}",
                        FiledAs.TRANSFER_IN))
                .isEqualTo(new DecidedContent("ネンキン ハナコ", DAY, null, null, null, null, Plan.FIRST, 500_000L));
    }

    @Test
    void a_row_that_could_not_be_read_and_a_cancellation_say_nothing() {
        DecidedContent nothing = new DecidedContent(null, null, null, null, null, null, null, null);
        assertThat(DecidedContent.of(null, null)).isEqualTo(nothing);
        assertThat(DecidedContent.of(
                        "{\"filingId\":\"01890a5d-ac96-774b-bcce-b302099a8057\",\"receivedOn\":\"2026-06-20\"}",
                        FiledAs.CANCELLATION))
                .isEqualTo(nothing);
    }
}
