package jp.nenkin.system;

import java.math.BigInteger;

/** An exact number. */
record Fraction(BigInteger numerator, BigInteger denominator) {
    static final Fraction ZERO = of(0, 1);

    static Fraction of(long numerator, long denominator) {
        return new Fraction(BigInteger.valueOf(numerator), BigInteger.valueOf(denominator));
    }

    /** A number with decimals, such as a rate in percent. */
    static Fraction decimal(String written) {
        int decimals = written.length() - 1 - written.indexOf('.');
        return new Fraction(new BigInteger(written.replace(".", "")), BigInteger.TEN.pow(decimals));
    }

    Fraction plus(Fraction other) {
        return new Fraction(
                numerator.multiply(other.denominator).add(other.numerator.multiply(denominator)),
                denominator.multiply(other.denominator));
    }

    Fraction times(Fraction other) {
        return new Fraction(numerator.multiply(other.numerator), denominator.multiply(other.denominator));
    }

    /** The least whole number not below this one, which is not negative. */
    long ceiling() {
        return numerator
                .add(denominator)
                .subtract(BigInteger.ONE)
                .divide(denominator)
                .longValueExact();
    }
}
