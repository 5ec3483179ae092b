package dev.latentloom.app;

import dev.latentloom.engine.job.JobHandle;
import dev.latentloom.engine.job.JobRunner;
import dev.latentloom.engine.job.MemoryLedger;
import dev.latentloom.engine.job.RunEvent;
import dev.latentloom.engine.job.RunSpec;
import dev.latentloom.engine.job.StepGate;
import dev.latentloom.engine.job.WorkbenchException;
import dev.latentloom.engine.run.ProcessLedger;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Starts the engine with the first job, away from the thread that asks: loading its native
 * libraries takes seconds. Jobs wait for it in their order.
 */
final class BackgroundRunner implements JobRunner {
    private final Maker maker;
    private final ExecutorService starter =
            Executors.newSingleThreadExecutor(
                    Thread.ofPlatform().daemon().name("engine-start").factory());
    private volatile @Nullable JobRunner runner; // only the starter's thread sets it

    /** Makes the runner behind this one; called once, off the FX thread. */
    interface Maker {
        /** Makes it; {@code listener} hears how far the start is. */
        JobRunner make(Consumer<RunEvent> listener) throws WorkbenchException;
    }

    BackgroundRunner(Maker maker) {
        this.maker = maker;
    }

    @Override
    public JobHandle submit(RunSpec spec, StepGate gate, Consumer<RunEvent> listener) {
        Waiting handle = new Waiting();
        starter.execute(() -> start(made -> made.submit(spec, gate, listener), listener, handle));
        return handle;
    }

    private void start(
            Function<JobRunner, JobHandle> submit, Consumer<RunEvent> listener, Waiting handle) {
        try {
            JobRunner made = runner;
            if (made == null) {
                made = maker.make(listener);
                runner = made;
            }
            handle.attach(submit.apply(made));
        } catch (WorkbenchException e) {
            listener.accept(new RunEvent.Failed(e.key(), Arrays.asList(e.arguments().toArray())));
            handle.attach(null);
        }
    }

    @Override
    public MemoryLedger memory() {
        JobRunner made = runner;
        return made == null ? ProcessLedger.of(List.of()) : made.memory();
    }

    @Override
    public void unload(String folder, String device) {
        JobRunner made = runner;
        if (made != null) {
            made.unload(folder, device);
        }
    }

    /** Stops what runs and frees every model; returns when that is done. */
    @Override
    public void close() {
        starter.execute(
                () -> {
                    JobRunner made = runner;
                    if (made != null) {
                        made.close();
                    }
                });
        starter.close();
    }

    /** A job that may not have reached the engine yet. */
    private static final class Waiting implements JobHandle {
        private final CountDownLatch attached = new CountDownLatch(1);
        private @Nullable JobHandle job;
        private boolean cancelled;

        synchronized void attach(@Nullable JobHandle started) {
            job = started;
            if (cancelled && started != null) {
                started.cancel();
            }
            attached.countDown();
        }

        @Override
        public synchronized void cancel() {
            cancelled = true;
            if (job != null) {
                job.cancel();
            }
        }

        @Override
        public void await() throws InterruptedException {
            attached.await();
            JobHandle started = job();
            if (started != null) {
                started.await();
            }
        }

        @Override
        public boolean finished() {
            JobHandle started = job();
            return attached.getCount() == 0 && (started == null || started.finished());
        }

        private synchronized @Nullable JobHandle job() {
            return job;
        }
    }
}
