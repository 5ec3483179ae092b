package dev.latentloom.engine.tool;

import org.jspecify.annotations.Nullable;

import java.math.BigInteger;

/**
 * Computes expressions of {@code + - * / ^} and parentheses exactly, over the rational numbers or,
 * with a modulus, over the residues 0 to modulus − 1. Runs in this process: no code of an agent is
 * ever executed.
 */
public final class Calculator implements Tool {
    private final @Nullable BigInteger modulus;

    /** A calculator over the rational numbers. */
    public Calculator() {
        this.modulus = null;
    }

    /** A calculator modulo a positive number. */
    public Calculator(BigInteger modulus) {
        this.modulus = modulus;
    }

    @Override
    public String tag() {
        return "calc";
    }

    @Override
    public String call(String input) {
        try {
            Fraction value = new ExpressionReader(input).value();
            return modulus == null ? value.toString() : value.residue(modulus).toString();
        } catch (ArithmeticException e) {
            return "error: " + e.getMessage();
        }
    }
}
