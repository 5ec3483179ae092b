package dev.latentloom.engine.train;

import dev.latentloom.engine.job.JobMonitor;
import dev.latentloom.engine.job.WorkbenchException;
import dev.latentloom.engine.link.LinkSet;
import dev.latentloom.engine.run.GraphWalk;
import dev.latentloom.engine.run.Ledger;
import dev.latentloom.engine.run.Team;
import dev.latentloom.engine.tensor.Scope;
import dev.latentloom.engine.tensor.Tensor;

import java.util.Map;

/**
 * Thoughts that come up where every slot holds the sender's right text, noised: what inner links
 * have to serve before any outer link is good.
 */
record TrueTextThoughts(LinkTraining training, LinkSet links) implements ThoughtSource {
    private static final double MOST_NOISE = 0.6; // in units of mean|E| / √D

    @Override
    public Map<String, Tensor> thoughts(Lesson lesson, Scope owner, JobMonitor monitor)
            throws WorkbenchException {
        Team team = training.team();
        int size = lesson.questions().size();
        int rounds = training.recipe().roundsOf(team.graph());
        JobMonitor quiet = new QuietMonitor(monitor);
        TrueTextTurns.Thinking free =
                (turn, prompt, scope) ->
                        FreeThoughts.rollouts(links, training.recipe()::stepsOf)
                                .rollout(turn)
                                .think(prompt, scope, quiet);
        KeptThoughts kept =
                new KeptThoughts(new TrueTextTurns(training, lesson, MOST_NOISE, free), owner);
        new GraphWalk(team, kept, rounds, size)
                .walkTurns(
                        rounds * team.mates().size(),
                        lesson.questions(),
                        new Ledger(size, quiet),
                        owner,
                        quiet);
        return kept.thoughts();
    }
}
