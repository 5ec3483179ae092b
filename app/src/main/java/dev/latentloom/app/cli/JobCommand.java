package dev.latentloom.app.cli;

import dev.latentloom.engine.job.JobHandle;
import dev.latentloom.engine.job.JobRunner;
import dev.latentloom.engine.job.RunSpec;
import dev.latentloom.engine.job.WorkbenchException;

import java.util.Optional;
import java.util.concurrent.Callable;

/** A command that is a job: its specification goes to the runner, its events are printed. */
abstract class JobCommand implements Callable<Integer> {
    private final RootCommand root;

    JobCommand(RootCommand root) {
        this.root = root;
    }

    RootCommand root() {
        return root;
    }

    /** The job that the options describe. */
    abstract RunSpec spec() throws WorkbenchException;

    /** Whether decoded words are results, shown as they come. */
    boolean streams() {
        return false;
    }

    /** How a run that was stopped can go on, in words; empty where it cannot. */
    Optional<String> goingOn(String run) {
        return Optional.empty();
    }

    @Override
    public Integer call() throws WorkbenchException, InterruptedException {
        RunSpec spec = spec();
        try (JobRunner runner = Runners.local(root)) {
            return run(runner, spec);
        }
    }

    /** Submits the job and waits for its end. */
    int run(JobRunner runner, RunSpec spec) throws InterruptedException {
        JobPrinter printer = new JobPrinter(root.console(), streams());
        JobHandle handle = runner.submit(spec, printer);
        root.interruption().onAsk(handle::cancel);
        handle.await();
        if (printer.status() == ExitStatus.CANCELLED) {
            printer.run().flatMap(this::goingOn).ifPresent(root.console()::say);
        }
        return printer.status();
    }
}
