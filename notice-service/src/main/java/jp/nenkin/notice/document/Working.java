package jp.nenkin.notice.document;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.OptionalLong;
import jp.nenkin.events.StatementPrepared.AccountFigures;

/**
 * How far an account's interest of the year can be worked through from its figures alone.
 *
 * <p>A statement has no single months, so the second interest is computed only where twelve equal contributions lead
 * to exactly the interest credited. Nothing is shown that does not follow.
 *
 * <p>Source: domain rules, section 3: round up to one yen ( A1 × B × C1/12 + Σ A2 × B × C2/12 ).
 */
sealed interface Working {
    /** The months of twelve contributions up to March: 12 + 11 + … + 1. */
    int MONTHS_OF_TWELVE = 78;

    /**
     * The whole of the interest, to the fraction of a yen.
     *
     * @param monthly what was credited in each month; 0 where nothing was
     */
    record Complete(BigDecimal first, long monthly, BigDecimal second) implements Working {
        BigDecimal sum() {
            return first.add(second);
        }
    }

    /**
     * The first interest for a whole year; the rest of what was credited is the second, with the rounding.
     *
     * @param rest interest minus first interest
     */
    record Partial(BigDecimal first, BigDecimal rest) implements Working {}

    /** Another course of the year, such as a loss and a return: the figures do not say how. */
    record Unknown() implements Working {}

    static Working of(AccountFigures account, Optional<BigDecimal> percent) {
        return percent.map(rate -> of(account, rate)).orElseGet(Unknown::new);
    }

    private static Working of(AccountFigures account, BigDecimal percent) {
        BigDecimal first = yearly(account.opening(), percent);
        OptionalLong monthly = equalMonths(account);
        if (monthly.isPresent()) {
            BigDecimal second = monthly(monthly.getAsLong(), percent);
            if (ceiling(first.add(second)).compareTo(BigDecimal.valueOf(account.interest())) == 0) {
                return new Complete(first, monthly.getAsLong(), second);
            }
        }
        BigDecimal rest = BigDecimal.valueOf(account.interest()).subtract(first);
        return isSecondInterest(rest, yearly(account.credited(), percent)) ? new Partial(first, rest) : new Unknown();
    }

    /** Each month's amount, where the year's is twelve times what the base salary of March gives, or nothing. */
    private static OptionalLong equalMonths(AccountFigures account) {
        if (account.credited() == 0) {
            return OptionalLong.of(0);
        }
        return contribution(account).stream()
                .filter(monthly -> account.credited() == 12 * monthly)
                .findAny();
    }

    /** A month's contribution from the base salary of March; a transferred asset has none. */
    static OptionalLong contribution(AccountFigures account) {
        Long baseSalary = account.baseSalary();
        return baseSalary == null || account.ordinal() > 0
                ? OptionalLong.empty()
                : PlanTerms.OF_THE_FUND.monthlyContribution(account.plan(), baseSalary);
    }

    /** What was credited earns for one month at least and twelve at most. */
    private static boolean isSecondInterest(BigDecimal rest, BigDecimal forTwelveMonths) {
        boolean forOneMonth = rest.multiply(BigDecimal.valueOf(12)).compareTo(forTwelveMonths) >= 0;
        return forTwelveMonths.signum() > 0
                && forOneMonth
                && rest.subtract(BigDecimal.ONE).compareTo(forTwelveMonths) < 0;
    }

    private static BigDecimal yearly(long yen, BigDecimal percent) {
        return BigDecimal.valueOf(yen).multiply(percent).movePointLeft(2);
    }

    /** Twelve equal amounts, each for its months: 78 twelfths are six years and a half of one, a finite fraction. */
    private static BigDecimal monthly(long yen, BigDecimal percent) {
        return yearly(yen, percent).multiply(new BigDecimal("6.5"));
    }

    private static BigDecimal ceiling(BigDecimal yen) {
        return yen.setScale(0, RoundingMode.CEILING);
    }
}
