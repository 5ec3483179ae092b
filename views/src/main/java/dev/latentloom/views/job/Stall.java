package dev.latentloom.views.job;

import java.util.List;

/**
 * A time in which the window did not answer.
 *
 * @param begun when it began, as {@link System#nanoTime} counts
 * @param busyMillis processor time that the FX thread took meanwhile
 * @param waitingMillis how long code of ours kept it waiting for a lock, a thread or a file
 * @param seen what it was at, every few milliseconds
 */
public record Stall(long begun, long busyMillis, long waitingMillis, List<StackSample> seen) {
    public Stall {
        seen = List.copyOf(seen);
    }

    /** How long the FX thread was held. */
    public long millis() {
        return busyMillis + waitingMillis;
    }

    /** What it was at, in one line: where it waited, or else what it did in the middle. */
    public String where() {
        return seen.stream()
                .filter(StackSample::waits)
                .findFirst()
                .or(() -> seen.stream().skip(seen.size() / 2).findFirst())
                .map(StackSample::line)
                .orElse("?");
    }
}
