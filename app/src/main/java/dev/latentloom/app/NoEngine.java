package dev.latentloom.app;

import dev.latentloom.engine.job.JobHandle;
import dev.latentloom.engine.job.JobRunner;
import dev.latentloom.engine.job.RunEvent;
import dev.latentloom.engine.job.RunSpec;

import java.util.List;
import java.util.function.Consumer;

/** Says of every job that this build has no engine to run it. */
public final class NoEngine implements JobRunner {
    @Override
    public JobHandle submit(RunSpec spec, Consumer<RunEvent> listener) {
        listener.accept(new RunEvent.Failed("shell.noEngine", List.of()));
        return new Over();
    }

    @Override
    public void close() {}

    private static final class Over implements JobHandle {
        @Override
        public void cancel() {}

        @Override
        public void await() {}

        @Override
        public boolean finished() {
            return true;
        }
    }
}
