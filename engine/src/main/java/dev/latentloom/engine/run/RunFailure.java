package dev.latentloom.engine.run;

import dev.latentloom.engine.job.RunEvent;
import dev.latentloom.engine.job.WorkbenchException;
import dev.latentloom.engine.tensor.KernelException;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says of any failure what happened, as the event that ends a job. */
final class RunFailure {
    private static final Pattern NEEDED =
            Pattern.compile("allocate\\s+([\\d.]+)\\s*(bytes|[KMGT]iB)", Pattern.CASE_INSENSITIVE);

    private RunFailure() {}

    /** The event for a failure; a fault of our own is named with its exception. */
    static RunEvent.Failed of(@Nullable Throwable failure) {
        return switch (failure) {
            case WorkbenchException said -> new RunEvent.Failed(said.key(), said.arguments());
            case RunRecord.RecordFailure record -> of(record.getCause());
            case KernelException kernel when kernel.outOfMemory() ->
                    outOfMemory(needed(String.valueOf(kernel.getMessage())));
            case OutOfMemoryError heap -> outOfMemory("?");
            case null, default ->
                    new RunEvent.Failed("run.fault", List.of(String.valueOf(failure)));
        };
    }

    private static RunEvent.Failed outOfMemory(String needed) {
        long free = ProcessMemory.available();
        String there = free < 0 ? "?" : free / (1 << 20) + " MiB";
        return new RunEvent.Failed("run.outOfMemory", List.of(needed, there));
    }

    /** How much libtorch asked for, in its own words. */
    static String needed(String said) {
        Matcher matcher = NEEDED.matcher(said);
        if (!matcher.find()) {
            return "?";
        }
        return matcher.group(2).equalsIgnoreCase("bytes")
                ? Math.round(Double.parseDouble(matcher.group(1)) / (1 << 20)) + " MiB"
                : matcher.group(1) + " " + matcher.group(2);
    }
}
