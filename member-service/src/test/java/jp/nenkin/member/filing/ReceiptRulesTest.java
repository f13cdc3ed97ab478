package jp.nenkin.member.filing;

import static jp.nenkin.member.filing.FilingFixtures.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import jp.nenkin.events.FilingChannel;
import jp.nenkin.member.plan.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReceiptRulesTest {
    private final ReceiptRules rules = new ReceiptRules(TODAY);

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "PAPER, 2025-06-20, -",
                "PAPER, 2025-05-01, -",
                "PAPER, 1950-01-01, -",
                "PAPER, 1949-12-31, RECEIVED_ON_IMPLAUSIBLE",
                "PAPER, 2025-06-21, RECEIVED_IN_FUTURE",
                "PAPER, -, RECEIVED_ON_MISSING",
                "DATA, -, -",
                "DATA, 2025-06-20, -",
                "DATA, 2025-06-19, RECEIVED_ON_NOT_TODAY",
                "DATA, 2025-06-21, RECEIVED_ON_NOT_TODAY",
            })
    void paper_has_the_day_entered_and_data_the_clocks(
            FilingChannel channel, LocalDate entered, FilingProblem problem) {
        assertThat(rules.refuse(channel, entered).map(Refusal::problem)).isEqualTo(Optional.ofNullable(problem));
    }

    @Test
    void data_without_a_day_is_received_today() {
        assertThat(rules.receipt(FilingChannel.DATA, null)).isEqualTo(new Receipt(FilingChannel.DATA, TODAY, TODAY));
    }
}
