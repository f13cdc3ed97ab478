package jp.nenkin.ledger.interest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import jp.nenkin.ledger.interest.CompositeRate.AssetReturn;
import jp.nenkin.ledger.money.FiscalYear;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From market returns to a rate, rounded once. */
class CompositeRateTest {
    private static final RateTerms.Limits LIMITS = limits("2000-04-01", "0.5", "0.0", "5.0");

    @Test
    void returns_are_weighted_by_the_asset_mix_and_reduced() {
        CompositeRate rate = new CompositeRate(
                List.of(
                        asset("国内債券", "35", "-1.25"),
                        asset("国内株式", "20", "8.91"),
                        asset("外国債券", "15.5", "2.7"),
                        asset("外国株式", "29.5", "9.2")),
                LIMITS);

        assertThat(rate.isWhole()).isTrue();
        assertThat(rate.assets().getFirst().weighted()).isEqualByComparingTo("-0.4375");
        assertThat(rate.composite()).isEqualByComparingTo("4.477");
        assertThat(rate.reduced()).isEqualByComparingTo("3.977");
        assertThat(rate.rate()).hasToString("4.0");
    }

    @ParameterizedTest(name = "a composite of {0} gives {1}")
    @CsvSource({
        "4.2, 3.7",
        "4.15, 3.7",
        "4.149999, 3.6",
        "0.549999, 0.0",
        "0.55, 0.1",
        "0.5, 0.0",
        "-7.3, 0.0",
        "5.449999, 4.9",
        "5.45, 5.0",
        "5.5, 5.0",
        "21.7, 5.0"
    })
    void the_rest_is_held_between_floor_and_cap_and_rounded_half_up_once(String composite, String rate) {
        assertThat(new CompositeRate(List.of(asset("国内債券", "100", composite)), LIMITS).rate())
                .hasToString(rate);
    }

    @Test
    void two_roundings_would_give_another_rate() {
        CompositeRate rate = new CompositeRate(List.of(asset("一", "50", "4.49"), asset("二", "50", "4.40")), LIMITS);

        // 4.445 less 0.5 is 3.945, which is 3.9; rounded to two decimals first it would be 3.95 and then 4.0.
        assertThat(rate.rate()).hasToString("3.9");
    }

    @Test
    void weights_make_the_whole_mix_and_none_is_negative() {
        assertThat(mix("33.333333", "66.666667").isWhole()).isTrue();
        assertThat(mix("0", "100").isWhole()).as("a class that is not held").isTrue();
        assertThat(mix("33.3", "66.6").isWhole()).isFalse();
        assertThat(mix("-10", "110").isWhole()).isFalse();
    }

    @Test
    void the_limits_of_a_year_are_those_in_effect_on_its_first_day() {
        RateTerms.Limits later = limits("2030-04-01", "0.4", "0.1", "6.0");
        RateTerms terms = new RateTerms(LocalDate.of(2026, 4, 1), List.of(LIMITS, later));

        assertThat(terms.of(new FiscalYear(2029))).isEqualTo(LIMITS);
        assertThat(terms.of(new FiscalYear(2030))).isEqualTo(later);
        assertThat(later.allow(CreditingRate.parse("6.0"))).isTrue();
        assertThat(later.allow(CreditingRate.parse("6.1"))).isFalse();
        assertThat(later.allow(CreditingRate.parse("0.1"))).isTrue();
        assertThat(later.allow(CreditingRate.parse("0.0"))).isFalse();
        assertThat(terms.needEvidence(new FiscalYear(2025))).isFalse();
        assertThat(terms.needEvidence(new FiscalYear(2026))).isTrue();
    }

    @Test
    void a_floor_lies_between_nothing_and_the_cap() {
        assertThat(limits("2000-04-01", "0.5", "5.0", "5.0").allow(CreditingRate.parse("5.0")))
                .isTrue();
        assertThatThrownBy(() -> limits("2000-04-01", "0.5", "5.1", "5.0"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> limits("2000-04-01", "0.5", "-0.1", "5.0"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void before_the_first_limits_no_rate_can_be_settled() {
        RateTerms terms = new RateTerms(LocalDate.of(2026, 4, 1), List.of(LIMITS));

        assertThatThrownBy(() -> terms.of(new FiscalYear(1999))).hasMessageContaining("1999");
    }

    private static CompositeRate mix(String one, String other) {
        return new CompositeRate(List.of(asset("一", one, "1"), asset("二", other, "1")), LIMITS);
    }

    private static AssetReturn asset(String assetClass, String weight, String marketReturn) {
        return new AssetReturn(assetClass, "指数", new BigDecimal(weight), new BigDecimal(marketReturn));
    }

    private static RateTerms.Limits limits(String from, String deduction, String floor, String cap) {
        return new RateTerms.Limits(
                LocalDate.parse(from), new BigDecimal(deduction), new BigDecimal(floor), new BigDecimal(cap));
    }
}
