package jp.nenkin.notice.document;

import java.math.BigDecimal;
import java.util.OptionalLong;
import jp.nenkin.events.Plan;

/**
 * The figures of the fund's rules that the notice explains.
 *
 * <p>They explain and decide nothing: every amount of the notice comes with the statement.
 *
 * @param firstContributionPercent contribution to plan 1, of the base salary
 * @param rateDeduction points taken off the market's return for the crediting rate
 * @param yearsForRight years of membership that give a right to a benefit
 * @param lumpSumUnit yen to which a plan's lump sum is rounded up
 */
record PlanTerms(
        BigDecimal firstContributionPercent,
        BigDecimal rateFloor,
        BigDecimal rateCap,
        BigDecimal rateDeduction,
        int yearsForRight,
        int lumpSumUnit) {
    private static final BigDecimal HUNDRED = new BigDecimal(100);

    static final PlanTerms OF_THE_FUND = new PlanTerms(
            new BigDecimal("1.1"), new BigDecimal("0.0"), new BigDecimal("5.0"), new BigDecimal("0.5"), 3, 100);

    /** A month's contribution in yen; empty where the base salary is none that gives whole yen. */
    OptionalLong monthlyContribution(Plan plan, long baseSalary) {
        return switch (plan) {
            case FIRST -> wholeYen(new BigDecimal(baseSalary).multiply(firstContributionPercent));
            case SECOND -> OptionalLong.of(baseSalary);
        };
    }

    private static OptionalLong wholeYen(BigDecimal hundredths) {
        return hundredths.remainder(HUNDRED).signum() == 0
                ? OptionalLong.of(hundredths.divide(HUNDRED).longValueExact())
                : OptionalLong.empty();
    }
}
