package dev.latentloom.views.plot;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Objects;

/**
 * A logarithmic scale of colours between two powers of ten.
 *
 * @param low exponent of its lower end
 * @param high exponent of its upper end, above {@code low}
 */
record HeatScale(int low, int high) {
    /** How many colours the style sheet has for amounts. */
    static final int COLOURS = 12;

    /** Whole decades around every amount above 0. */
    static HeatScale of(List<List<@Nullable Double>> amounts) {
        List<Double> known =
                amounts.stream()
                        .flatMap(List::stream)
                        .filter(Objects::nonNull)
                        .map(amount -> Math.log10(Objects.requireNonNull(amount)))
                        .toList();
        if (known.isEmpty()) {
            return new HeatScale(-1, 0);
        }
        int low = (int) Math.floor(known.stream().mapToDouble(x -> x).min().orElseThrow());
        int high = (int) Math.ceil(known.stream().mapToDouble(x -> x).max().orElseThrow());
        return new HeatScale(low, Math.max(low + 1, high));
    }

    /** Colour of an amount above 0, counted from 0. */
    int bin(double amount) {
        double share = (Math.log10(amount) - low) / (high - low);
        return Math.clamp((long) (share * COLOURS), 0, COLOURS - 1);
    }
}
