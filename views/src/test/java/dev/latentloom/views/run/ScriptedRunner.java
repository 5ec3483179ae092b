package dev.latentloom.views.run;

import dev.latentloom.engine.job.JobHandle;
import dev.latentloom.engine.job.JobRunner;
import dev.latentloom.engine.job.RunEvent;
import dev.latentloom.engine.job.RunSpec;
import dev.latentloom.engine.job.StepGate;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Remembers what it was asked to run; the test tells the story of each job. */
public final class ScriptedRunner implements JobRunner {
    public final List<RunSpec> specs = new ArrayList<>();
    public final List<StepGate> gates = new ArrayList<>();
    public final List<Integer> cancelled = new ArrayList<>();
    private final List<Consumer<RunEvent>> listeners = new ArrayList<>();

    @Override
    public JobHandle submit(RunSpec spec, StepGate gate, Consumer<RunEvent> listener) {
        int job = specs.size();
        specs.add(spec);
        gates.add(gate);
        listeners.add(listener);
        return new JobHandle() {
            @Override
            public void cancel() {
                cancelled.add(job);
            }

            @Override
            public void await() {}

            @Override
            public boolean finished() {
                return false;
            }
        };
    }

    public void tell(int job, RunEvent... events) {
        for (RunEvent event : events) {
            listeners.get(job).accept(event);
        }
    }

    @Override
    public void close() {}
}
