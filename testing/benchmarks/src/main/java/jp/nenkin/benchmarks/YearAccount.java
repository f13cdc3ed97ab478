package jp.nenkin.benchmarks;

import jp.nenkin.events.Plan;

/**
 * An account that lives through the whole year, and what the year must make of it; written a second time from the
 * domain rules, with whole numbers and no type of the ledger.
 *
 * @param opening what was taken over on the day before the year begins, in yen
 * @param base the base salary from April, in yen
 * @param octoberBase the one from October
 */
record YearAccount(Plan plan, long opening, long base, long octoberBase) {
    private static final long THOUSANDTHS_OF_FIRST = 11;
    // A contribution of April earns for 12 months, one of September for 7, one of March for 1.
    private static final long APRIL_TO_SEPTEMBER = 12 + 11 + 10 + 9 + 8 + 7;
    private static final long OCTOBER_TO_MARCH = 6 + 5 + 4 + 3 + 2 + 1;
    private static final long TWELFTHS_OF_THOUSANDTHS = 12_000;

    boolean changes() {
        return base != octoberBase;
    }

    /**
     * The contribution of a month, in yen. Source: domain rules, section 2.
     *
     * @param month how many months of the year came before it
     */
    long contribution(int month) {
        return contributionOf(month < 6 ? base : octoberBase);
    }

    private long contributionOf(long salary) {
        return switch (plan) {
            case FIRST -> Math.multiplyExact(salary, THOUSANDTHS_OF_FIRST) / 1_000;
            case SECOND -> salary;
        };
    }

    /** The contributions of all months together. */
    long credited() {
        return 6 * (contributionOf(base) + contributionOf(octoberBase));
    }

    /** The interest of the last day, rounded up once. Source: domain rules, section 3. */
    long interest(long tenthsOfPercent) {
        long yenMonths = 12 * opening
                + APRIL_TO_SEPTEMBER * contributionOf(base)
                + OCTOBER_TO_MARCH * contributionOf(octoberBase);
        return Math.ceilDiv(Math.multiplyExact(yenMonths, tenthsOfPercent), TWELFTHS_OF_THOUSANDTHS);
    }

    long closing(long tenthsOfPercent) {
        return opening + credited() + interest(tenthsOfPercent);
    }
}
