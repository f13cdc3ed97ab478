package jp.nenkin.ledger.oracle;

/** The two plans, and the part of the base salary that each credits for a month. */
enum Plan {
    FIRST(11, 1_000),
    SECOND(1, 1);

    private final long numerator;
    private final long denominator;

    Plan(long numerator, long denominator) {
        this.numerator = numerator;
        this.denominator = denominator;
    }

    /**
     * A month's contribution in yen. Source: domain rules, section 2.
     *
     * @throws IllegalArgumentException when the base salary is none, since a contribution is a whole yen
     */
    long contribution(long baseSalary) {
        long product = Math.multiplyExact(baseSalary, numerator);
        if (baseSalary <= 0 || product % denominator != 0) {
            throw new IllegalArgumentException("No base salary of " + this + ": " + baseSalary);
        }
        return product / denominator;
    }
}
