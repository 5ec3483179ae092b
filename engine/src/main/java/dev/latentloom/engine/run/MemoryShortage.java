package dev.latentloom.engine.run;

import dev.latentloom.engine.tensor.KernelException;

import org.jspecify.annotations.Nullable;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Memory that was asked for and not there.
 *
 * @param needed how much was asked for, in words; a question mark where nobody said
 * @param free how much there is, in words
 */
public record MemoryShortage(String needed, String free) {
    private static final Pattern NEEDED =
            Pattern.compile("allocate\\s+([\\d.]+)\\s*(bytes|[KMGT]iB)", Pattern.CASE_INSENSITIVE);
    private static final long MIB = 1 << 20;

    /** The shortage behind a failure, if it was one. */
    public static Optional<MemoryShortage> of(@Nullable Throwable failure) {
        return switch (failure) {
            case KernelException kernel when kernel.outOfMemory() ->
                    Optional.of(now(needed(String.valueOf(kernel.getMessage()))));
            case OutOfMemoryError heap -> Optional.of(now("?"));
            case null, default -> Optional.empty();
        };
    }

    private static MemoryShortage now(String needed) {
        long free = ProcessMemory.available();
        return new MemoryShortage(needed, free < 0 ? "?" : words((double) free));
    }

    /** An amount in words. */
    public static String words(double bytes) {
        return Math.round(bytes / MIB) + " MiB";
    }

    /** How much libtorch asked for, in its own words. */
    static String needed(String said) {
        Matcher matcher = NEEDED.matcher(said);
        if (!matcher.find()) {
            return "?";
        }
        return matcher.group(2).equalsIgnoreCase("bytes")
                ? words(Double.parseDouble(matcher.group(1)))
                : matcher.group(1) + " " + matcher.group(2);
    }
}
