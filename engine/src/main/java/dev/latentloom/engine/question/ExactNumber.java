package dev.latentloom.engine.question;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A number as it is written, compared without rounding: 3.7 is not 3.2, and 1/2 is 0.5.
 *
 * @param numerator above the line
 * @param denominator below the line, not zero
 */
record ExactNumber(BigDecimal numerator, BigDecimal denominator) {
    static final String DECIMAL = "[-+−]?(?:\\d{1,3}(?:,\\d{3})+|\\d+)?(?:\\.\\d+|(?<=\\d))";

    private static final Pattern PLAIN =
            Pattern.compile("(" + DECIMAL + ")(?:/(" + DECIMAL + "))?");
    private static final Pattern FRACTION =
            Pattern.compile("([-+−]?)\\\\[dt]?frac\\{(" + DECIMAL + ")}\\{(" + DECIMAL + ")}");

    /** Reads decimals with or without thousands commas, {@code a/b} and {@code \frac{a}{b}}. */
    static Optional<ExactNumber> parse(String written) {
        String bare = written.replaceAll("\\\\[$%!,]|[$%\\s]", "").replaceAll("\\.$", "");
        Matcher fraction = FRACTION.matcher(bare);
        if (fraction.matches()) {
            return of(fraction.group(2), fraction.group(3))
                    .map(n -> fraction.group(1).matches("[-−]") ? n.negated() : n);
        }
        Matcher plain = PLAIN.matcher(bare);
        if (!plain.matches()) {
            return Optional.empty();
        }
        return of(plain.group(1), plain.group(2) == null ? "1" : plain.group(2));
    }

    private static Optional<ExactNumber> of(String above, String below) {
        BigDecimal denominator = decimal(below);
        return denominator.signum() == 0
                ? Optional.empty()
                : Optional.of(new ExactNumber(decimal(above), denominator));
    }

    private static BigDecimal decimal(String written) {
        return new BigDecimal(written.replace(",", "").replace('−', '-'));
    }

    private ExactNumber negated() {
        return new ExactNumber(numerator.negate(), denominator);
    }

    /** Whether both have the same value. */
    boolean sameAs(ExactNumber other) {
        return numerator
                        .multiply(other.denominator)
                        .compareTo(other.numerator.multiply(denominator))
                == 0;
    }
}
