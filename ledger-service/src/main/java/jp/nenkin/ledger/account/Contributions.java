package jp.nenkin.ledger.account;

import java.time.YearMonth;

/**
 * How far the contributions of an account have come; every month from the first to {@code through} is posted.
 *
 * @param first the first month this ledger posts: the month of acquisition, or the one after the take-over
 * @param through the last month posted; the month before {@code first} while there is none
 * @param baseSalaries none for a transferred asset, which gets no contributions
 */
public record Contributions(YearMonth first, YearMonth through, BaseSalaries baseSalaries) {

    static Contributions from(YearMonth first, BaseSalaries baseSalaries) {
        return new Contributions(first, first.minusMonths(1), baseSalaries);
    }

    Contributions with(BaseSalary salary) {
        return new Contributions(first, through, baseSalaries.with(salary));
    }

    Contributions since(YearMonth month) {
        return new Contributions(first, through, baseSalaries.since(month));
    }

    /**
     * With one more month posted.
     *
     * @throws IllegalStateException when the month is not the next one
     */
    Contributions posted(YearMonth month) {
        if (!month.equals(through.plusMonths(1))) {
            throw new IllegalStateException("a contribution for " + month + " after " + through);
        }
        return new Contributions(first, month, baseSalaries);
    }
}
