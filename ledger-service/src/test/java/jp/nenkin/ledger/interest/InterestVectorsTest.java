package jp.nenkin.ledger.interest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import jp.nenkin.ledger.money.Yen;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** One crediting of one account, by the worked examples. */
class InterestVectorsTest {

    @ParameterizedTest(name = "{6}")
    @CsvFileSource(resources = "/interest.csv")
    void every_worked_crediting_comes_out(
            long opening, int months, String contributions, String rate, long interest, long closing, String source) {
        long credited = Arrays.stream(contributions.split(" "))
                .mapToLong(contribution -> amount(contribution)[0])
                .sum();
        long yenMonths = Arrays.stream(contributions.split(" "))
                .mapToLong(contribution -> amount(contribution)[0] * amount(contribution)[1])
                .sum();

        Yen actual =
                Interest.on(Interest.exact(opening * months + yenMonths, CreditingRate.parse(rate)), Rounding.CEIL_SUM);

        assertThat(actual).as(source).isEqualTo(new Yen(interest));
        assertThat(opening + credited + actual.amount()).as(source).isEqualTo(closing);
    }

    private static long[] amount(String contribution) {
        return Arrays.stream(contribution.split("@")).mapToLong(Long::parseLong).toArray();
    }
}
