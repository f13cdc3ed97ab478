package jp.nenkin.ledger.money;

/** A whole number of yen; may be negative where it is a difference. */
public record Yen(long amount) implements Comparable<Yen> {
    public static final Yen ZERO = new Yen(0);

    /**
     * The sum.
     *
     * @throws ArithmeticException when the sum leaves the range of a long
     */
    public Yen plus(Yen other) {
        return new Yen(Math.addExact(amount, other.amount));
    }

    /**
     * The difference.
     *
     * @throws ArithmeticException when the difference leaves the range of a long
     */
    public Yen minus(Yen other) {
        return new Yen(Math.subtractExact(amount, other.amount));
    }

    public Yen negated() {
        return new Yen(Math.negateExact(amount));
    }

    /** The greater of two. */
    public Yen max(Yen other) {
        return new Yen(Math.max(amount, other.amount));
    }

    /** The smaller of two. */
    public Yen min(Yen other) {
        return new Yen(Math.min(amount, other.amount));
    }

    public boolean isZero() {
        return amount == 0;
    }

    @Override
    public int compareTo(Yen other) {
        return Long.compare(amount, other.amount);
    }
}
