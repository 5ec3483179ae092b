package dev.latentloom.engine.run;

import dev.latentloom.engine.graph.Edge;
import dev.latentloom.engine.job.Handover;
import dev.latentloom.engine.job.JobMonitor;
import dev.latentloom.engine.job.WorkbenchException;
import dev.latentloom.engine.link.LinkSet;
import dev.latentloom.engine.link.RecursiveLink;
import dev.latentloom.engine.rollout.FilledPrompt;
import dev.latentloom.engine.rollout.ThoughtTransfer;
import dev.latentloom.engine.tensor.Scope;
import dev.latentloom.engine.tensor.Tensor;

import java.util.Collections;

/** Agents think in latent space, and their thoughts go through links. */
public final class LatentTurns implements Turns {
    private final Team team;
    private final LinkSet links;
    private final Handover handover;
    private final RolloutSource rollouts;
    private final HandoverControl control;
    private final JobMonitor monitor;

    /**
     * @param settings links for every agent and edge of the team, and what edges carry
     * @param rollouts how agents think
     * @param control what is done to every hand-over
     */
    public LatentTurns(
            Team team,
            LatentSettings settings,
            RolloutSource rollouts,
            HandoverControl control,
            JobMonitor monitor) {
        this.team = team;
        this.links = settings.links();
        this.handover = settings.handover();
        this.rollouts = rollouts;
        this.control = control;
        this.monitor = monitor;
    }

    @Override
    public TurnResult take(Turn turn, FilledPrompt prompt, Scope owner) throws WorkbenchException {
        Tensor thoughts = rollouts.rollout(turn).think(prompt, owner, monitor); // (B, L, D)
        Spent each = new Spent(0, 0, thoughts.shape().get(1), 0);
        return new TurnResult(
                new SlotContent.Thoughts(thoughts), Collections.nCopies(prompt.rows(), each));
    }

    @Override
    public SlotContent deliver(int round, Edge edge, SlotContent said, Scope owner)
            throws WorkbenchException {
        Teammate sender = team.mate(edge.from());
        Teammate receiver = team.mate(edge.to());
        int from = sender.lm().config().hidden();
        RecursiveLink inner = links.inner(edge.from(), from);
        RecursiveLink outer = links.outer(edge.id(), from, receiver.lm().config().hidden());
        Tensor thoughts = ((SlotContent.Thoughts) said).values();
        try (Scope scratch = owner.child()) {
            Tensor sent = ThoughtTransfer.send(thoughts, handover, inner, outer, scratch);
            Tensor given = control.apply(round, edge, sent, receiver.lm(), scratch);
            return new SlotContent.Thoughts(owner.adopt(given));
        }
    }

    @Override
    public boolean latent() {
        return true;
    }
}
