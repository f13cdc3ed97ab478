package jp.nenkin.ledger.interest;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import jp.nenkin.ledger.money.FiscalYear;

/**
 * How crediting rates are settled: plan data, by the first day of the fiscal year they are for.
 *
 * @param evidenceFrom from the fiscal year that begins here on, a rate is computed from market returns; rates of years
 *     before it were settled elsewhere and name their source
 */
public record RateTerms(LocalDate evidenceFrom, List<Limits> limits) {
    public RateTerms {
        limits = limits.stream()
                .sorted(Comparator.comparing(Limits::effectiveFrom).reversed())
                .toList();
    }

    /**
     * What is taken off the composite return, and what the rest is held between, in percent.
     *
     * <p>Source: domain rules, section 3 (minus 0.5 points, floor 0.0 %, cap 5.0 %).
     */
    public record Limits(LocalDate effectiveFrom, BigDecimal deduction, BigDecimal floor, BigDecimal cap) {
        public Limits {
            if (floor.signum() < 0 || floor.compareTo(cap) > 0) {
                throw new IllegalArgumentException("a floor lies between 0 and the cap: " + floor + ", " + cap);
            }
        }

        /** Whether a rate lies between floor and cap, both included. */
        public boolean allow(CreditingRate rate) {
            BigDecimal percent = BigDecimal.valueOf(rate.tenthsOfPercent(), 1);
            return percent.compareTo(floor) >= 0 && percent.compareTo(cap) <= 0;
        }
    }

    /** Whether the rate of a fiscal year needs market returns as its evidence. */
    public boolean needEvidence(FiscalYear year) {
        return !year.firstDay().isBefore(evidenceFrom);
    }

    /**
     * The limits of a fiscal year's rate.
     *
     * @throws IllegalStateException when none are in effect
     */
    public Limits of(FiscalYear year) {
        return limits.stream()
                .filter(each -> !each.effectiveFrom().isAfter(year.firstDay()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no limits of rates are in effect in " + year));
    }
}
