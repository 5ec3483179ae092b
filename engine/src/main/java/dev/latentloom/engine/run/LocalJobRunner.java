package dev.latentloom.engine.run;

import dev.latentloom.engine.job.JobHandle;
import dev.latentloom.engine.job.JobRunner;
import dev.latentloom.engine.job.MemoryLedger;
import dev.latentloom.engine.job.RunEvent;
import dev.latentloom.engine.job.RunSpec;
import dev.latentloom.engine.job.StepGate;
import dev.latentloom.engine.job.WorkbenchException;
import dev.latentloom.engine.lm.LmPool;
import dev.latentloom.engine.tensor.DeviceChoice;
import dev.latentloom.engine.tensor.EngineThread;
import dev.latentloom.engine.tensor.NativeEngine;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * Runs jobs in this process, one after the other, on the one thread that touches native memory.
 * Models stay in memory between jobs, within the budget.
 */
public final class LocalJobRunner implements JobRunner {
    private final EngineSetup setup;
    private final ProjectOpener projects;
    private final TrainExecutor training;
    private final Clock clock = Clock.system(java.time.ZoneId.systemDefault());
    private final Set<Handle> open = ConcurrentHashMap.newKeySet();
    private @Nullable EngineThread thread;
    private volatile @Nullable LmPool pool;

    /** Nothing is loaded before the first job. */
    public LocalJobRunner(EngineSetup setup, ProjectOpener projects, TrainExecutor training) {
        this.setup = setup;
        this.projects = projects;
        this.training = training;
    }

    @Override
    public synchronized JobHandle submit(RunSpec spec, StepGate gate, Consumer<RunEvent> listener) {
        Handle handle = new Handle(gate);
        open.add(handle);
        try {
            started(listener)
                    .execute(
                            () -> {
                                try {
                                    job(spec, handle, listener).run();
                                } finally {
                                    open.remove(handle);
                                    handle.over.countDown();
                                }
                            });
        } catch (WorkbenchException e) {
            open.remove(handle);
            listener.accept(RunFailure.of(e));
            handle.over.countDown();
        }
        return handle;
    }

    private LocalJob job(RunSpec spec, Handle handle, Consumer<RunEvent> listener) {
        LmPool models = pool;
        if (models == null) { // only this thread, the engine's, makes and uses it
            models = new LmPool(setup.device(), setup.type(), setup.budget());
            pool = models;
        }
        Engine engine = new Engine(setup, projects, training, models, clock);
        return new LocalJob(engine, spec, handle.stop, handle.gate, listener);
    }

    /** The engine thread, the native engine loaded. */
    private EngineThread started(Consumer<RunEvent> listener) throws WorkbenchException {
        EngineThread running = thread;
        if (running == null) {
            NativeEngine.start(
                    setup.natives(), key -> listener.accept(new RunEvent.Stage(key, List.of())));
            running = new EngineThread(setup.device().name());
            thread = running;
        }
        return running;
    }

    @Override
    public MemoryLedger memory() {
        LmPool models = pool;
        return ProcessLedger.of(models == null ? List.of() : models.ledger());
    }

    @Override
    public synchronized void unload(String folder, String device) {
        EngineThread running = thread;
        if (running != null) {
            running.execute(
                    () -> {
                        LmPool models = pool;
                        if (models != null) {
                            models.unload(Path.of(folder), new DeviceChoice(device));
                        }
                    });
        }
    }

    @Override
    public synchronized void close() {
        open.forEach(Handle::cancel);
        EngineThread running = thread;
        if (running != null) {
            running.execute(
                    () -> {
                        LmPool models = pool;
                        if (models != null) {
                            models.close();
                            pool = null;
                        }
                    });
            running.close();
            thread = null;
        }
    }

    /** What all jobs share. */
    record Engine(
            EngineSetup setup,
            ProjectOpener projects,
            TrainExecutor training,
            LmPool pool,
            Clock clock) {}

    private static final class Handle implements JobHandle {
        final AtomicBoolean stop = new AtomicBoolean();
        final CountDownLatch over = new CountDownLatch(1);
        final StepGate gate;

        Handle(StepGate gate) {
            this.gate = gate;
        }

        @Override
        public void cancel() {
            stop.set(true);
            gate.wake();
        }

        @Override
        public void await() throws InterruptedException {
            over.await();
        }

        @Override
        public boolean finished() {
            return over.getCount() == 0;
        }
    }
}
