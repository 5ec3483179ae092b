package dev.latentloom.views.train;

import dev.latentloom.resources.Messages;
import dev.latentloom.views.job.PausedClock;
import dev.latentloom.views.text.Figures;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * How long a training still takes, as a range: what remains at the pace of the fastest and of the
 * slowest quarter of what was done so far, pauses not counted.
 */
final class RemainingTime {
    private static final int SHARES = 4;
    private static final double NANOS = 1e9;

    private final PausedClock clock;
    private final List<Mark> marks = new ArrayList<>();
    private long total;

    RemainingTime(LongSupplier nanoTime) {
        this.clock = new PausedClock(nanoTime);
    }

    void pause(boolean waits) {
        clock.pause(waits);
    }

    private record Mark(long done, double seconds) {}

    void tell(long done, long of) {
        total = of;
        marks.add(new Mark(done, clock.getAsLong() / NANOS));
    }

    /** How far; empty before anything was told. */
    String far() {
        return marks.isEmpty()
                ? ""
                : Messages.text(
                        "train.progress",
                        Figures.count(marks.getLast().done()),
                        Figures.count(total));
    }

    /** How far, and the range where enough was done to know one. */
    String words() {
        Mark last = marks.getLast();
        String far = far();
        if (last.done() >= total || marks.size() <= SHARES) {
            return far;
        }
        double fastest = Double.POSITIVE_INFINITY;
        double slowest = 0;
        for (int share = 0; share < SHARES; share++) {
            Mark from = marks.get((marks.size() - 1) * share / SHARES);
            Mark to = marks.get((marks.size() - 1) * (share + 1) / SHARES);
            double pace = (to.seconds() - from.seconds()) / Math.max(1, to.done() - from.done());
            fastest = Math.min(fastest, pace);
            slowest = Math.max(slowest, pace);
        }
        long left = total - last.done();
        return far
                + Messages.text(
                        "train.left",
                        Figures.duration(Math.ceil(fastest * left)),
                        Figures.duration(Math.ceil(slowest * left)));
    }
}
