package jp.nenkin.member.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import jp.nenkin.events.FilingChannel;
import jp.nenkin.events.FilingType;
import jp.nenkin.member.plan.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CutOffRulesTest {
    private final CutOffRules rules = new CutOffRules(2019);

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "2020-03-30, CUT_OFF_OUTSIDE_YEAR",
                "2020-03-31, -",
                "2020-04-30, -",
                "2021-03-30, -",
                "2021-03-31, CUT_OFF_OUTSIDE_YEAR"
            })
    void a_cut_off_lies_in_the_twelve_months_from_the_day_that_the_notice_tells_of(
            LocalDate lastDay, CalendarProblem problem) {
        assertThat(refuse(loss(FilingChannel.PAPER, lastDay))).isEqualTo(Optional.ofNullable(problem));
    }

    @Test
    void a_type_and_channel_has_one_cut_off() {
        LocalDate day = LocalDate.of(2020, 4, 30);
        CutOff paper = loss(FilingChannel.PAPER, day);
        CutOff data = loss(FilingChannel.DATA, day);
        CutOff name = new CutOff(2019, FilingType.ENROLMENT, FilingChannel.PAPER, day);
        assertThat(refuse(paper, data, name)).isEmpty();
        assertThat(refuse(paper, data, loss(FilingChannel.PAPER, day.plusDays(1))))
                .contains(CalendarProblem.CUT_OFF_REPEATED);
    }

    private Optional<Object> refuse(CutOff... cutOffs) {
        return rules.refuse(List.of(cutOffs)).map(Refusal::problem);
    }

    private static CutOff loss(FilingChannel channel, LocalDate lastDay) {
        return new CutOff(2019, FilingType.LOSS, channel, lastDay);
    }
}
