package dev.latentloom.app.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Ctrl-C: asks the command to stop and lets it clean up, after which the JVM exits with the status
 * of the signal, 130.
 */
final class Interruption implements AutoCloseable {
    private static final long PATIENCE = 20; // seconds: one training step of a large model

    private final CountDownLatch over = new CountDownLatch(1);
    private final AtomicReference<Runnable> action = new AtomicReference<>(() -> {});
    private volatile boolean asked;

    /** Hears the signals of this process until closed. */
    static Interruption ofProcess() {
        Interruption interruption = new Interruption();
        Runtime.getRuntime()
                .addShutdownHook(
                        Thread.ofPlatform().name("interruption").unstarted(interruption::heed));
        return interruption;
    }

    private void heed() {
        if (over.getCount() == 0) {
            return; // an ordinary end
        }
        ask();
        try {
            if (!over.await(PATIENCE, TimeUnit.SECONDS)) {
                return; // it does not stop: the process ends all the same
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Asks the command to stop. */
    void ask() {
        asked = true;
        action.get().run();
    }

    /** Whether the command has been asked to stop. */
    boolean asked() {
        return asked;
    }

    /** What to do at once when asked, such as cancelling a job. */
    void onAsk(Runnable doing) {
        action.set(doing);
        if (asked) {
            doing.run();
        }
    }

    /** The command has ended. */
    @Override
    public void close() {
        over.countDown();
    }
}
