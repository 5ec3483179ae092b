package dev.latentloom.engine.train;

import dev.latentloom.engine.graph.Agent;
import dev.latentloom.engine.job.JobMonitor;
import dev.latentloom.engine.job.WorkbenchException;
import dev.latentloom.engine.link.LinkSet;
import dev.latentloom.engine.rollout.LatentRollout;
import dev.latentloom.engine.run.Controls;
import dev.latentloom.engine.run.GraphWalk;
import dev.latentloom.engine.run.HandoverControl;
import dev.latentloom.engine.run.LatentSettings;
import dev.latentloom.engine.run.LatentTurns;
import dev.latentloom.engine.run.Ledger;
import dev.latentloom.engine.run.RolloutSource;
import dev.latentloom.engine.tensor.Scope;
import dev.latentloom.engine.tensor.Tensor;

import java.util.Map;
import java.util.function.ToIntFunction;

/** Thoughts as they come up in a latent run: every slot holds what the present links brought. */
record FreeThoughts(LinkTraining training, LinkSet links) implements ThoughtSource {
    @Override
    public Map<String, Tensor> thoughts(Lesson lesson, Scope owner, JobMonitor monitor)
            throws WorkbenchException {
        return kept(lesson, owner, monitor).thoughts();
    }

    /** The thoughts of each turn that is heard in a lesson. */
    KeptThoughts kept(Lesson lesson, Scope owner, JobMonitor monitor) throws WorkbenchException {
        Recipe recipe = training.recipe();
        int size = lesson.questions().size();
        JobMonitor quiet = new QuietMonitor(monitor);
        double drawn = recipe.fewestSteps() == null ? 0 : lesson.random().nextDouble();
        LatentTurns turns =
                new LatentTurns(
                        training.team(),
                        new LatentSettings(links, recipe.handover()),
                        rollouts(links, agent -> recipe.stepsOf(agent, drawn)),
                        new HandoverControl(Controls.NONE, lesson.questions(), 0),
                        quiet);
        KeptThoughts kept = new KeptThoughts(turns, owner);
        int rounds = recipe.roundsOf(training.team().graph());
        GraphWalk walk = new GraphWalk(training.team(), kept, rounds, size);
        Ledger ledger = new Ledger(size, quiet);
        if (lesson.turns() == 0) {
            walk.walk(lesson.questions(), ledger, owner, quiet);
        } else {
            walk.walkTurns(lesson.turns() - 1, lesson.questions(), ledger, owner, quiet);
        }
        return kept;
    }

    /** Rollouts without gradients, of so many steps for each agent. */
    static RolloutSource rollouts(LinkSet links, ToIntFunction<Agent> steps) {
        return turn -> {
            Agent agent = turn.mate().agent();
            var lm = turn.mate().lm();
            var inner = links.inner(agent.id(), lm.config().hidden());
            return new LatentRollout(lm, inner, steps.applyAsInt(agent));
        };
    }
}
