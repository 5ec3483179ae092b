package dev.latentloom.views.text;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/** Numbers as people read them: three significant digits, units that fit, thousands separated. */
public final class Figures {
    private static final long KIB = 1024;
    private static final long MIB = KIB * 1024;
    private static final long GIB = MIB * 1024;

    private static final double SMALL = 1e-3; // of probabilities

    private Figures() {}

    /** Thousands separated, such as {@code 12,345}. */
    public static String count(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    /** Three significant digits without an exponent, such as {@code 0.0123} or {@code 1230}. */
    public static String significant(double value) {
        if (!Double.isFinite(value)) {
            return "–";
        }
        return new BigDecimal(value)
                .round(new MathContext(3))
                .stripTrailingZeros()
                .toPlainString()
                .replace('-', '−');
    }

    /** Two significant digits and a power of ten, such as {@code 2.1e−3}. */
    public static String scientific(double value) {
        return Double.isFinite(value)
                ? String.format(Locale.ROOT, "%.1e", value)
                        .replaceFirst("e([+-])0*(\\d)", "e$1$2")
                        .replace("e+", "e")
                        .replace('-', '−')
                : "–";
    }

    /** A probability; a small one with a power of ten, since zeros would hide its digits. */
    public static String probability(double p) {
        return p < SMALL ? scientific(p) : significant(p);
    }

    /** In µs below 0.1 ms, in ms below 100 ms, in s below 100 s, then minutes, then hours. */
    public static String duration(double seconds) {
        if (seconds > 0 && seconds < 1e-4) {
            return significant(seconds * 1e6) + " µs";
        }
        if (seconds < 0.1) {
            return significant(seconds * 1000) + " ms";
        }
        if (seconds < 100) {
            return significant(seconds) + " s";
        }
        long whole = Math.round(seconds);
        return whole < 3600
                ? String.format(Locale.ROOT, "%d min %02d s", whole / 60, whole % 60)
                : String.format(Locale.ROOT, "%d h %02d min", whole / 3600, whole / 60 % 60);
    }

    /** Milliseconds for a column whose header names the unit, such as {@code 12.3}. */
    public static String milliseconds(double seconds) {
        return seconds >= 1 ? count(Math.round(seconds * 1000)) : significant(seconds * 1000);
    }

    /** A fraction as a percentage with one decimal. */
    public static String percent(double fraction) {
        return String.format(Locale.ROOT, "%.1f %%", fraction * 100);
    }

    /** Bytes as GiB, MiB or KiB. */
    public static String bytes(long bytes) {
        if (bytes >= GIB) {
            return String.format(Locale.ROOT, "%.1f GiB", (double) bytes / GIB);
        }
        return bytes >= MIB
                ? String.format(Locale.ROOT, "%d MiB", bytes / MIB)
                : String.format(Locale.ROOT, "%d KiB", bytes / KIB);
    }
}
