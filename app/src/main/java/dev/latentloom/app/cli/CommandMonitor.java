package dev.latentloom.app.cli;

import dev.latentloom.engine.job.JobMonitor;
import dev.latentloom.engine.job.RunEvent;
import dev.latentloom.resources.Messages;

/** Shows how far a piece of work is, and stops it at Ctrl-C. */
final class CommandMonitor implements JobMonitor {
    private final Console console;
    private final Interruption interruption;

    CommandMonitor(RootCommand root) {
        this.console = root.console();
        this.interruption = root.interruption();
    }

    @Override
    public void event(RunEvent event) {
        switch (event) {
            case RunEvent.Progress(long done, long total) -> console.progress(done, total);
            case RunEvent.Stage(String key, var arguments) ->
                    console.stage(Messages.text(key, arguments));
            case RunEvent.Warning(String key, var arguments) ->
                    console.say(Messages.text(key, arguments));
            case RunEvent.MetricPoint point when console.json() -> console.object(point);
            default -> {
                // the command prints its results itself
            }
        }
    }

    @Override
    public boolean cancelled() {
        return interruption.asked();
    }
}
