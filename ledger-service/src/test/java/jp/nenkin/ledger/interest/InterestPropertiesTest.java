package jp.nenkin.ledger.interest;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Random;
import jp.nenkin.ledger.money.Yen;
import org.junit.jupiter.api.Test;

/** What holds of interest whatever is credited: whole numbers give what fractions give, and one ceiling is taken. */
class InterestPropertiesTest {
    private static final int CASES = 20_000;

    /** What an account brings to a crediting date. */
    private record Case(long opening, EarnedMonths months, CreditingRate rate) {
        static Case by(Random random) {
            return new Case(
                    random.nextLong(50_000_000),
                    new EarnedMonths(random.nextInt(13), random.nextLong(12 * 8_250L * 12)),
                    new CreditingRate(random.nextInt(51)));
        }

        long interest(long times) {
            long exact = Interest.exact(months.with(opening) * times, rate);
            return Interest.on(exact, Rounding.CEIL_SUM).amount();
        }
    }

    @Test
    void whole_numbers_give_what_exact_decimals_give() {
        Random random = new Random(1);
        for (int i = 0; i < CASES; i++) {
            Case each = Case.by(random);
            BigInteger yenMonths = BigInteger.valueOf(each.opening())
                    .multiply(BigInteger.valueOf(each.months().openingMonths()))
                    .add(BigInteger.valueOf(each.months().yenMonths()));
            long right = new BigDecimal(yenMonths)
                    .multiply(new BigDecimal(each.rate().toString()).movePointLeft(2))
                    .divide(BigDecimal.valueOf(12), 0, RoundingMode.CEILING)
                    .longValueExact();

            assertThat(each.interest(1)).as(each.toString()).isEqualTo(right);
        }
    }

    @Test
    void interest_of_a_multiple_is_at_most_the_multiple_of_the_interest_and_less_by_fewer_yen_than_that() {
        Random random = new Random(2);
        for (int i = 0; i < CASES; i++) {
            Case each = Case.by(random);
            long times = 1L + random.nextInt(40);

            assertThat(each.interest(times))
                    .as("%d times %s", times, each)
                    .isLessThanOrEqualTo(times * each.interest(1))
                    .isGreaterThan(times * each.interest(1) - times);
        }
    }

    @Test
    void a_rate_of_zero_credits_nothing_and_a_higher_one_never_less() {
        Random random = new Random(3);
        for (int i = 0; i < CASES; i++) {
            Case each = Case.by(random);
            int tenths = each.rate().tenthsOfPercent();
            Case higher = new Case(each.opening(), each.months(), new CreditingRate(tenths + 1));

            assertThat(new Case(each.opening(), each.months(), new CreditingRate(0)).interest(1))
                    .isEqualTo(Yen.ZERO.amount());
            assertThat(higher.interest(1)).as(each.toString()).isGreaterThanOrEqualTo(each.interest(1));
        }
    }
}
