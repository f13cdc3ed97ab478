package jp.nenkin.ledger.contribution;

import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import jp.nenkin.events.Plan;
import jp.nenkin.ledger.money.Yen;

/**
 * What a month of membership brings, by plan and by the month it is for; the figures are plan data.
 *
 * <p>Source: domain rules, section 2 (plan 1: base salary × 1.1 %; plan 2: the base salary itself).
 */
public record ContributionRates(List<Rate> rates) {

    /** Contribution = base salary × numerator ÷ denominator, from a month on. */
    public record Rate(Plan plan, YearMonth effectiveFrom, long numerator, long denominator) {
        public Rate {
            if (numerator < 0 || denominator < 1) {
                throw new IllegalArgumentException("a contribution rate is a fraction, not negative");
            }
        }
    }

    public ContributionRates {
        rates = rates.stream()
                .sorted(Comparator.comparing(Rate::effectiveFrom).reversed())
                .toList();
    }

    /**
     * The standard contribution (標準掛金) of a month.
     *
     * @param baseSalary yen; a plan 1 grade or units × 1,000
     * @throws IllegalStateException when no rate is in effect, or the product is no whole yen (a base that is no grade)
     */
    public Yen contribution(Plan plan, YearMonth month, Yen baseSalary) {
        Rate rate = inEffect(plan, month);
        long product = Math.multiplyExact(baseSalary.amount(), rate.numerator());
        if (product % rate.denominator() != 0) {
            throw new IllegalStateException(
                    "a base salary of " + baseSalary.amount() + " yen gives no whole contribution");
        }
        return new Yen(product / rate.denominator());
    }

    /**
     * The rate that a month's contribution is computed with.
     *
     * @throws IllegalStateException when none is in effect
     */
    public Rate inEffect(Plan plan, YearMonth month) {
        for (Rate rate : rates) {
            if (rate.plan() == plan && !rate.effectiveFrom().isAfter(month)) {
                return rate;
            }
        }
        throw new IllegalStateException("no contribution rate of plan " + plan + " is in effect in " + month);
    }
}
