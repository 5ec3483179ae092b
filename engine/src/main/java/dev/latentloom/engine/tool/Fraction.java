package dev.latentloom.engine.tool;

import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * An exact rational number in lowest terms, its denominator positive. Refuses to grow beyond what a
 * calculation of an agent can need.
 *
 * @param over numerator
 * @param under denominator
 */
record Fraction(BigInteger over, BigInteger under) {
    private static final int MOST_BITS = 20_000;
    private static final Fraction ONE = new Fraction(BigInteger.ONE, BigInteger.ONE);

    Fraction {
        if (under.signum() == 0) {
            throw new ArithmeticException("division by zero");
        }
        if (over.bitLength() > MOST_BITS || under.bitLength() > MOST_BITS) {
            throw new ArithmeticException("the number is too large");
        }
        BigInteger common = over.gcd(under);
        if (under.signum() < 0) {
            common = common.negate();
        }
        over = over.divide(common);
        under = under.divide(common);
    }

    static Fraction of(BigDecimal value) {
        return value.scale() <= 0
                ? new Fraction(value.toBigIntegerExact(), BigInteger.ONE)
                : new Fraction(value.unscaledValue(), BigInteger.TEN.pow(value.scale()));
    }

    Fraction plus(Fraction other) {
        return new Fraction(
                over.multiply(other.under).add(other.over.multiply(under)),
                under.multiply(other.under));
    }

    Fraction negated() {
        return new Fraction(over.negate(), under);
    }

    Fraction times(Fraction other) {
        return new Fraction(over.multiply(other.over), under.multiply(other.under));
    }

    Fraction dividedBy(Fraction other) {
        return new Fraction(over.multiply(other.under), under.multiply(other.over));
    }

    Fraction power(Fraction exponent) {
        if (!exponent.under.equals(BigInteger.ONE) || exponent.over.bitLength() > 15) {
            throw new ArithmeticException("an exponent must be a whole number below 32768");
        }
        int times = Math.abs(exponent.over.intValueExact());
        long bits = (long) times * Math.max(over.bitLength(), under.bitLength());
        if (bits > 2L * MOST_BITS) {
            throw new ArithmeticException("the number is too large");
        }
        Fraction power = new Fraction(over.pow(times), under.pow(times));
        return exponent.over.signum() < 0 ? ONE.dividedBy(power) : power;
    }

    /** The residue 0 to modulus − 1; a denominator must have an inverse. */
    BigInteger residue(BigInteger modulus) {
        if (!under.gcd(modulus).equals(BigInteger.ONE)) {
            throw new ArithmeticException(under + " has no inverse modulo " + modulus);
        }
        return over.multiply(under.modInverse(modulus)).mod(modulus);
    }

    /** A whole number, a decimal that ends, or numerator/denominator. */
    @Override
    public String toString() {
        if (under.equals(BigInteger.ONE)) {
            return over.toString();
        }
        try {
            return new BigDecimal(over).divide(new BigDecimal(under)).toPlainString();
        } catch (ArithmeticException endless) {
            return over + "/" + under;
        }
    }
}
