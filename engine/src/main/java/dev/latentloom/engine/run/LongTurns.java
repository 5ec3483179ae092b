package dev.latentloom.engine.run;

import dev.latentloom.engine.job.JobMonitor;
import dev.latentloom.engine.job.RunEvent;
import dev.latentloom.engine.lm.CausalLm;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Tells, once for each agent, of turns beyond the longest context that its model knows. */
final class LongTurns {
    private final JobMonitor monitor;
    private final Set<String> told = new HashSet<>();

    LongTurns(JobMonitor monitor) {
        this.monitor = monitor;
    }

    /**
     * Looks at a turn that is over.
     *
     * @param agent id of the one whose turn it was
     * @param name what people call it
     * @param positions tokens and thoughts it read, decoded and thought
     */
    void look(String agent, String name, CausalLm lm, long positions) {
        int context = lm.config().maxPositions();
        if (positions > context && told.add(agent)) {
            monitor.event(
                    new RunEvent.Warning("run.beyondContext", List.of(name, positions, context)));
        }
    }
}
