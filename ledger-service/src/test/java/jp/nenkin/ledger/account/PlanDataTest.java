package jp.nenkin.ledger.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import jp.nenkin.ledger.contribution.ContributionRates;
import jp.nenkin.ledger.interest.CreditingRate;
import jp.nenkin.ledger.interest.MonthCount;
import jp.nenkin.ledger.interest.Rounding;
import jp.nenkin.ledger.money.Yen;
import org.junit.jupiter.api.Test;

/** The plan data that stands beside the code. */
class PlanDataTest {

    @Test
    void the_service_is_built_with_the_funds_terms() {
        PlanRules rules = new PlanData().terms().on(LocalDate.of(2026, 11, 21));

        assertThat(rules.monthsForRight()).isEqualTo(36);
        assertThat(rules.monthsForRightWithTransfer()).isEqualTo(1);
        assertThat(rules.waitingCap()).isEqualTo(CreditingRate.parse("2.5"));
        assertThat(rules.caps(LocalDate.of(2023, 10, 1))).isTrue();
        assertThat(rules.caps(LocalDate.of(2023, 9, 30))).isFalse();
        assertThat(rules.monthCount()).isEqualTo(MonthCount.LITERAL);
        assertThat(rules.rounding()).isEqualTo(Rounding.CEIL_SUM);
        assertThat(rules.lumpSumUnit()).isEqualTo(100);
    }

    @Test
    void rules_hold_from_their_day_until_the_next() {
        PlanRules first = new PlanData().terms().on(LocalDate.of(2020, 1, 1));
        PlanRules second = from(LocalDate.of(2030, 4, 1), 1_000);
        PlanTerms terms = new PlanTerms(
                new ContributionRates(List.of()), new PlanData().terms().creditingRates(), List.of(first, second));

        assertThat(terms.on(LocalDate.of(2030, 3, 31))).isEqualTo(first);
        assertThat(terms.on(LocalDate.of(2030, 4, 1))).isEqualTo(second);
        assertThat(terms.on(LocalDate.of(2030, 3, 31)).lumpSum(new Yen(144_094)))
                .isEqualTo(new Yen(144_100));
        assertThat(terms.on(LocalDate.of(2030, 4, 1)).lumpSum(new Yen(144_094))).isEqualTo(new Yen(145_000));
        assertThatThrownBy(() -> terms.on(LocalDate.of(1999, 3, 31))).hasMessageContaining("1999-03-31");
    }

    @Test
    void a_lump_sum_is_a_multiple_of_one_yen_or_more() {
        LocalDate day = LocalDate.of(2030, 4, 1);

        assertThat(from(day, 1).lumpSum(new Yen(144_094))).isEqualTo(new Yen(144_094));
        assertThatThrownBy(() -> from(day, 0)).hasMessageContaining("0 yen");
    }

    static PlanRules from(LocalDate day, int lumpSumUnit) {
        return new PlanRules(
                day,
                24,
                1,
                LocalDate.of(2023, 10, 1),
                20,
                MonthCount.NO_OVERLAP,
                Rounding.CEIL_SUM,
                120,
                60,
                50,
                lumpSumUnit);
    }
}
