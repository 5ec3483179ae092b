package dev.latentloom.app;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.latentloom.views.job.Stall;
import dev.latentloom.views.job.StallWatch;

import org.junit.jupiter.api.Test;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;

@RequiresFonts
final class StallWatchTest {
    /** The watch itself: it hears of work and of waiting, and of nothing while nothing happens. */
    @Test
    void theWatchHearsOfWorkAndOfWaiting() throws Exception {
        List<Stall> heard = new CopyOnWriteArrayList<>();
        try (var _ = StallWatch.start(NoStalls.BOUND, NoStalls.TICK, heard::add)) {
            until(
                    "work for the watch",
                    () -> work(Duration.ofMillis(200)),
                    () -> heard.stream().anyMatch(stall -> stall.busyMillis() >= 100));
            heard.clear();
            until(
                    "a wait for the watch",
                    () -> rest(200),
                    () ->
                            heard.stream()
                                    .filter(stall -> stall.waitingMillis() >= 100)
                                    .anyMatch(stall -> stall.where().contains("StallWatchTest")));
        }
    }

    /** On a busy machine the watch itself may sleep through an act: it is done again. */
    private static void until(String name, Callable<?> act, BooleanSupplier heard)
            throws Exception {
        for (int left = 40; left > 0 && !heard.getAsBoolean(); left--) {
            Aside.on(name, act);
        }
        assertTrue(heard.getAsBoolean(), name);
    }

    private static long work(Duration cpu) {
        var threads = ManagementFactory.getThreadMXBean();
        long end = threads.getCurrentThreadCpuTime() + cpu.toNanos();
        long count = 0;
        while (threads.getCurrentThreadCpuTime() < end) {
            count++;
        }
        return count;
    }

    private static boolean rest(long millis) throws InterruptedException {
        Thread.sleep(millis);
        return true;
    }
}
