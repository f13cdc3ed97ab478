package jp.nenkin.ledger.oracle;

import java.math.BigInteger;

/** An exact amount of yen in lowest terms; equal fractions are equal records. */
record Fraction(BigInteger numerator, BigInteger denominator) {
    Fraction {
        if (denominator.signum() <= 0) {
            throw new IllegalArgumentException("Not a fraction: " + numerator + "/" + denominator);
        }
        BigInteger common = numerator.gcd(denominator);
        numerator = numerator.divide(common);
        denominator = denominator.divide(common);
    }

    static Fraction of(BigInteger numerator, long denominator) {
        return new Fraction(numerator, BigInteger.valueOf(denominator));
    }

    /** The smallest whole number that is not below this one. */
    long roundedUp() {
        BigInteger[] parts = numerator.divideAndRemainder(denominator);
        return (parts[1].signum() > 0 ? parts[0].add(BigInteger.ONE) : parts[0]).longValueExact();
    }

    @Override
    public String toString() {
        return numerator + "/" + denominator;
    }
}
