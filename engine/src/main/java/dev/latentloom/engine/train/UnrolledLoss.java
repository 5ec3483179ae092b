package dev.latentloom.engine.train;

import dev.latentloom.engine.job.JobMonitor;
import dev.latentloom.engine.job.WorkbenchException;
import dev.latentloom.engine.question.Question;
import dev.latentloom.engine.rollout.FilledPrompt;
import dev.latentloom.engine.run.GraphWalk;
import dev.latentloom.engine.run.LastTurn;
import dev.latentloom.engine.run.Ledger;
import dev.latentloom.engine.run.Turn;
import dev.latentloom.engine.tensor.Scope;
import dev.latentloom.engine.tensor.Tensor;

import java.util.List;

/**
 * What the loss of an unroll is taken on: the deciding agent's answer after all rounds, read by
 * teacher forcing; where the recipe asks for it also after each earlier round, by a tenth of their
 * mean as in the official code.
 *
 * @param forced whether agents read their right texts instead of thinking freely
 */
record UnrolledLoss(boolean forced) {
    private static final double EARLIER = 0.1;

    /** How agents think in it. */
    ThinkingWay way(LinkTraining training, RoleText texts) {
        return forced ? new ThinkingWay.Forced(texts) : new ThinkingWay.Free(training.recipe());
    }

    /** Takes its losses; {@code scope} owns them. */
    TakenLosses losses(LinkTraining training, RoleText texts, Scope scope) {
        boolean all = training.recipe().lossOn() == LossOn.ALL;
        String answering = training.team().graph().answering();
        TakenLosses.Reading reading =
                (turn, prompt) ->
                        all && turn.mate().agent().id().equals(answering)
                                ? List.of(Said.by(turn, prompt, texts, scope))
                                : List.of();
        return new TakenLosses(training.team().graph(), reading, scope);
    }

    /** Walks and gives the loss; gradients are recorded. */
    Tensor walk(LinkTraining training, Unroll unroll, TakenLosses taken, RoleText texts)
            throws WorkbenchException {
        List<Question> questions = texts.meant();
        int size = questions.size();
        int rounds = training.recipe().roundsOf(training.team().graph());
        LastTurn last =
                new GraphWalk(training.team(), unroll, rounds, size)
                        .walk(
                                questions,
                                new Ledger(size, JobMonitor.NONE),
                                taken.scope(),
                                JobMonitor.NONE);
        Turn turn = last.turn(0, size);
        FilledPrompt prompt = last.prompt(0, size, taken.scope());
        taken.add(turn.mate().agent().id(), Said.by(turn, prompt, texts, taken.scope()));
        return taken.total(EARLIER);
    }
}
