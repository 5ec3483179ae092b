package dev.latentloom.engine.tool;

import java.math.BigDecimal;

/**
 * Reads one expression by recursive descent: sums of products of signed powers. Everything that is
 * wrong with it is an {@link ArithmeticException} whose message names it.
 */
final class ExpressionReader {
    private static final int MOST_CHARACTERS = 2000;
    private static final int MOST_DEPTH = 100;

    private final String text;
    private int at;
    private int depth;

    ExpressionReader(String expression) {
        if (expression.length() > MOST_CHARACTERS) {
            throw new ArithmeticException("the expression is too long");
        }
        text = expression.replace('×', '*').replace('÷', '/').replace('−', '-');
    }

    Fraction value() {
        Fraction value = sum();
        if (peek() != 0) {
            throw new ArithmeticException("unexpected '" + peek() + "'");
        }
        return value;
    }

    private Fraction sum() {
        if (++depth > MOST_DEPTH) {
            throw new ArithmeticException("too many parentheses");
        }
        Fraction value = product();
        while (peek() == '+' || peek() == '-') {
            boolean plus = next() == '+';
            Fraction other = product();
            value = value.plus(plus ? other : other.negated());
        }
        depth--;
        return value;
    }

    private Fraction product() {
        Fraction value = signed();
        while (peek() == '*' || peek() == '/') {
            boolean times = next() == '*';
            Fraction other = signed();
            value = times ? value.times(other) : value.dividedBy(other);
        }
        return value;
    }

    private Fraction signed() {
        boolean negative = false;
        while (peek() == '-' || peek() == '+') {
            negative ^= next() == '-';
        }
        Fraction value = operand();
        if (peek() == '^') {
            next();
            if (++depth > MOST_DEPTH) {
                throw new ArithmeticException("too many powers");
            }
            value = value.power(signed());
            depth--;
        }
        return negative ? value.negated() : value;
    }

    private Fraction operand() {
        if (peek() == '(') {
            next();
            Fraction value = sum();
            if (peek() != ')') {
                throw new ArithmeticException("a parenthesis is not closed");
            }
            next();
            return value;
        }
        return number();
    }

    private Fraction number() {
        peek();
        int from = at;
        while (at < text.length() && (isDigit(text.charAt(at)) || text.charAt(at) == '.')) {
            at++;
        }
        String digits = text.substring(from, at);
        if (digits.chars().noneMatch(c -> isDigit((char) c))
                || digits.indexOf('.') != digits.lastIndexOf('.')) {
            String found = at < text.length() ? "'" + text.charAt(at) + "'" : "nothing";
            throw new ArithmeticException("a number was expected, found " + found);
        }
        return Fraction.of(new BigDecimal(digits));
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private char next() {
        char c = peek();
        at++;
        return c;
    }

    /** The next character that is no blank; 0 at the end. */
    private char peek() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at < text.length() ? text.charAt(at) : 0;
    }
}
