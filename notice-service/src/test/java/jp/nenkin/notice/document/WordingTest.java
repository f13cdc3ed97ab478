package jp.nenkin.notice.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordingTest {

    @ParameterizedTest
    @CsvSource({
        "2025-03-31, 2025年（令和7年）3月31日",
        "2020-03-31, 2020年（令和2年）3月31日",
        "2019-05-01, 2019年（令和元年）5月1日",
        "2019-03-31, 2019年（平成31年）3月31日"
    })
    void days_bear_the_era_beside_the_year(LocalDate day, String written) {
        assertThat(Wording.dayWithEra(day)).isEqualTo(written);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "4493.6500|4,493.65",
                "3700.000|3,700",
                "0.037|0.037",
                "0.00|0",
                "999999999999.9999|999,999,999,999.9999"
            })
    void amounts_keep_every_digit_and_lose_idle_zeros(BigDecimal yen, String written) {
        assertThat(Wording.amount(yen)).isEqualTo(written);
    }

    @Test
    void accounts_are_named_by_plan_and_transferred_asset() {
        assertThat(Wording.account(Given.SECOND)).isEqualTo("第2年金");
        assertThat(Wording.account(Given.TRANSFERRED)).isEqualTo("第1年金 移換資産1");
    }
}
