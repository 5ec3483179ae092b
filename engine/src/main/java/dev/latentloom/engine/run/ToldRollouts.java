package dev.latentloom.engine.run;

import dev.latentloom.engine.graph.Agent;
import dev.latentloom.engine.job.JobMonitor;
import dev.latentloom.engine.job.RunEvent;
import dev.latentloom.engine.job.WorkbenchException;
import dev.latentloom.engine.link.LinkSet;
import dev.latentloom.engine.rollout.LatentRollout;
import dev.latentloom.engine.rollout.Rollout;

import org.jspecify.annotations.Nullable;

/** Lets agents think and tells every latent step, and what it is near to where that is wanted. */
final class ToldRollouts implements RolloutSource {
    private final RunChoices choices;
    private final LinkSet links;
    private final @Nullable ThoughtLens lens;
    private final JobMonitor monitor;

    /**
     * @param lens null where nobody asked what thoughts are near to
     */
    ToldRollouts(
            RunChoices choices, LinkSet links, @Nullable ThoughtLens lens, JobMonitor monitor) {
        this.choices = choices;
        this.links = links;
        this.lens = lens;
        this.monitor = monitor;
    }

    @Override
    public Rollout rollout(Turn turn) throws WorkbenchException {
        Agent agent = turn.mate().agent();
        int width = turn.mate().lm().config().hidden();
        LatentRollout rollout =
                new LatentRollout(
                        turn.mate().lm(), links.inner(agent.id(), width), choices.stepsOf(agent));
        ThoughtLens.Look look = lens == null ? null : lens.at(turn);
        return rollout.telling(
                (step, steps, thoughts) -> {
                    monitor.event(new RunEvent.LatentStep(turn.round(), agent.id(), step, steps));
                    if (look != null) {
                        monitor.event(look.of(step, thoughts));
                    }
                });
    }
}
