package jp.nenkin.ledger.benefit;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/**
 * What a balance is divided by to become a monthly annuity. Source: domain rules, section 4 (annuity); rounded down.
 *
 * @param demo whether the divisors are another fund's, for want of the fund's own
 */
record AnnuityTerms(String source, boolean demo, List<Divisor> divisors) {
    AnnuityTerms {
        divisors = List.copyOf(divisors);
    }

    /** The divisor of an annuity of so many years. */
    record Divisor(int years, BigDecimal divisor) {}

    /**
     * A monthly annuity.
     *
     * @param monthly yen a month
     */
    public record Annuity(int years, String divisor, long monthly) {}

    /** The annuities that a balance of yen makes. */
    List<Annuity> of(long balance) {
        return divisors.stream()
                .map(each -> new Annuity(
                        each.years(),
                        each.divisor().toPlainString(),
                        new BigDecimal(balance)
                                .divide(each.divisor(), 0, RoundingMode.DOWN)
                                .longValueExact()))
                .toList();
    }
}
