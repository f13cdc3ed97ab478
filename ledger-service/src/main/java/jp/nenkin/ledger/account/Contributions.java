package jp.nenkin.ledger.account;

import java.time.YearMonth;
import java.util.Optional;

/**
 * How far the contributions of an account have come; every month from the first to {@code through} that brings one is
 * posted.
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

    /** The next month that brings a contribution and is not posted, up to a month; empty when there is none. */
    Optional<YearMonth> nextDue(YearMonth until) {
        for (YearMonth month = through.plusMonths(1); !month.isAfter(until); month = month.plusMonths(1)) {
            if (brings(month)) {
                return Optional.of(month);
            }
        }
        return Optional.empty();
    }

    /** Whether a month brings a contribution: not for a transferred asset, nor where the plan is not offered. */
    boolean brings(YearMonth month) {
        return baseSalaries
                .of(month)
                .filter(salary -> !salary.amount().isZero())
                .isPresent();
    }

    /** Whether the establishment of a month does not offer the plan, as far as is known here. */
    boolean isWithout(YearMonth month) {
        return baseSalaries.entries().isEmpty()
                || baseSalaries
                        .of(month)
                        .filter(salary -> salary.amount().isZero())
                        .isPresent();
    }

    /** With one more month posted. */
    Contributions posted(YearMonth month) {
        return new Contributions(first, month, baseSalaries);
    }
}
