package dev.latentloom.engine.train;

import dev.latentloom.engine.job.JobMonitor;
import dev.latentloom.engine.job.WorkbenchException;
import dev.latentloom.engine.lm.CausalLm;
import dev.latentloom.engine.question.Question;
import dev.latentloom.engine.rollout.FilledPrompt;
import dev.latentloom.engine.run.GraphWalk;
import dev.latentloom.engine.run.LastTurn;
import dev.latentloom.engine.run.Ledger;
import dev.latentloom.engine.run.Teammate;
import dev.latentloom.engine.run.Turn;
import dev.latentloom.engine.tensor.Scope;
import dev.latentloom.engine.tensor.Tensor;
import dev.latentloom.engine.tensor.TensorKernels;

import java.util.List;

/** What is walked in an unroll, and what its loss is taken on. */
sealed interface UnrolledLoss {
    /** How agents think in it. */
    ThinkingWay way(LinkTraining training, Span span, RoleText texts);

    /** Takes its losses; {@code scope} owns them. */
    TakenLosses losses(LinkTraining training, RoleText texts, Scope scope);

    /** Walks and gives the loss; gradients are recorded. */
    Tensor walk(
            LinkTraining training, Unroll unroll, TakenLosses taken, Lesson lesson, RoleText texts)
            throws WorkbenchException;

    private static GraphWalk walk(LinkTraining training, Unroll unroll, int questions) {
        int rounds = training.recipe().roundsOf(training.team().graph());
        return new GraphWalk(training.team(), unroll, rounds, questions);
    }

    /**
     * Hop curriculum: the first turns of free rollouts. Each turn's loss is read from the rollout's
     * own states: what the agent would say at its thoughts, against what it should say.
     */
    record Hops() implements UnrolledLoss {
        @Override
        public ThinkingWay way(LinkTraining training, Span span, RoleText texts) {
            return new ThinkingWay.Free(training, span);
        }

        @Override
        public TakenLosses losses(LinkTraining training, RoleText texts, Scope scope) {
            TakenLosses.Reading reading =
                    (turn, prompt, thoughts) -> {
                        int length = Math.toIntExact(thoughts.shape().get(1));
                        var targets = texts.targets(turn.round(), turn.mate(), length, scope);
                        Tensor logits = turn.mate().lm().logits(thoughts, scope);
                        return List.of(new TakenLosses.Said(logits, targets));
                    };
            return new TakenLosses(training.team().graph(), reading, scope);
        }

        @Override
        public Tensor walk(
                LinkTraining training,
                Unroll unroll,
                TakenLosses taken,
                Lesson lesson,
                RoleText texts)
                throws WorkbenchException {
            List<Question> questions = texts.meant();
            UnrolledLoss.walk(training, unroll, questions.size())
                    .walkTurns(
                            lesson.span().turns(),
                            questions,
                            new Ledger(questions.size(), JobMonitor.NONE),
                            taken.scope(),
                            JobMonitor.NONE);
            return taken.total(training.recipe().lossOn() == LossOn.ALL ? 1 : 0);
        }
    }

    /**
     * The deciding agent's answer after all rounds, read by teacher forcing; where the recipe asks
     * for it also after each earlier round, by a tenth of their mean as in the official code.
     *
     * @param forced whether agents read their right texts instead of thinking freely
     */
    record Answer(boolean forced) implements UnrolledLoss {
        private static final double EARLIER = 0.1;

        @Override
        public ThinkingWay way(LinkTraining training, Span span, RoleText texts) {
            return forced ? new ThinkingWay.Forced(texts) : new ThinkingWay.Free(training, span);
        }

        @Override
        public TakenLosses losses(LinkTraining training, RoleText texts, Scope scope) {
            boolean all = training.recipe().lossOn() == LossOn.ALL;
            String answering = training.team().graph().answering();
            TakenLosses.Reading reading =
                    (turn, prompt, thoughts) ->
                            all && turn.mate().agent().id().equals(answering)
                                    ? List.of(answer(turn, prompt, texts, scope))
                                    : List.of();
            return new TakenLosses(training.team().graph(), reading, scope);
        }

        @Override
        public Tensor walk(
                LinkTraining training,
                Unroll unroll,
                TakenLosses taken,
                Lesson lesson,
                RoleText texts)
                throws WorkbenchException {
            List<Question> questions = texts.meant();
            int size = questions.size();
            LastTurn last =
                    UnrolledLoss.walk(training, unroll, size)
                            .walk(
                                    questions,
                                    new Ledger(size, JobMonitor.NONE),
                                    taken.scope(),
                                    JobMonitor.NONE);
            Turn turn = last.turn(0, size);
            FilledPrompt prompt = last.prompt(0, size, taken.scope());
            taken.add(turn.mate().agent().id(), answer(turn, prompt, texts, taken.scope()));
            return taken.total(EARLIER);
        }

        private static TakenLosses.Said answer(
                Turn turn, FilledPrompt prompt, RoleText texts, Scope scope)
                throws WorkbenchException {
            Teammate mate = turn.mate();
            CausalLm lm = mate.lm();
            int length = texts.longest(turn.round(), mate);
            Tensor ids = texts.ended(turn.round(), mate, mate, length, scope);
            Tensor logits = lastLogits(lm, prompt, ids, scope);
            return new TakenLosses.Said(logits, texts.targets(turn.round(), mate, length, scope));
        }

        /** Logits that predict each of the given ids (B, A) after a prompt, (B, A, V). */
        static Tensor lastLogits(CausalLm lm, FilledPrompt prompt, Tensor ids, Scope scope) {
            long length = ids.shape().get(1);
            Tensor given = TensorKernels.narrow(ids, 1, 0, length - 1, scope);
            Tensor text = lm.embed(given, scope);
            Tensor all = TensorKernels.concat(List.of(prompt.embeddings(), text), 1, scope);
            Tensor hidden = lm.hidden(all, lm.newGradientCache(prompt.pads(), scope), scope);
            int from = prompt.length() - 1;
            return lm.logits(TensorKernels.narrow(hidden, 1, from, length, scope), scope);
        }
    }
}
