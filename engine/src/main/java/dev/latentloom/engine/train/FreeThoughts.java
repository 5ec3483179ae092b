package dev.latentloom.engine.train;

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

/** Thoughts as they come up in a latent run: every slot holds what the present links brought. */
record FreeThoughts(LinkTraining training, LinkSet links) implements ThoughtSource {
    @Override
    public Map<String, Tensor> thoughts(Lesson lesson, Scope owner, JobMonitor monitor)
            throws WorkbenchException {
        Recipe recipe = training.recipe();
        int size = lesson.questions().size();
        JobMonitor quiet = new QuietMonitor(monitor);
        LatentTurns turns =
                new LatentTurns(
                        training.team(),
                        new LatentSettings(links, recipe.handover()),
                        rollouts(recipe, links),
                        new HandoverControl(Controls.NONE, lesson.questions(), 0),
                        quiet);
        KeptThoughts kept = new KeptThoughts(turns, owner);
        int rounds = recipe.roundsOf(training.team().graph());
        new GraphWalk(training.team(), kept, rounds, size)
                .walk(lesson.questions(), new Ledger(size, quiet), owner, quiet);
        return kept.thoughts();
    }

    /** Rollouts of m steps without gradients. */
    static RolloutSource rollouts(Recipe recipe, LinkSet links) {
        return turn -> {
            String id = turn.mate().agent().id();
            var lm = turn.mate().lm();
            return new LatentRollout(
                    lm, links.inner(id, lm.config().hidden()), recipe.stepsOf(turn.mate().agent()));
        };
    }
}
