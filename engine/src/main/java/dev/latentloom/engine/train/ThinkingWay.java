package dev.latentloom.engine.train;

import dev.latentloom.engine.job.WorkbenchException;
import dev.latentloom.engine.link.LinkSet;
import dev.latentloom.engine.lm.CausalLm;
import dev.latentloom.engine.rollout.LatentRollout;
import dev.latentloom.engine.rollout.RecalledRollout;
import dev.latentloom.engine.rollout.Rollout;
import dev.latentloom.engine.rollout.TeacherForcedRollout;
import dev.latentloom.engine.run.Teammate;
import dev.latentloom.engine.run.Turn;
import dev.latentloom.engine.tensor.Scope;
import dev.latentloom.engine.tensor.Tensor;
import dev.latentloom.engine.tensor.TensorKernels;

/** How agents come by their thoughts in an unroll. */
sealed interface ThinkingWay {
    /**
     * The rollout of a turn.
     *
     * @param links of the turn's round
     * @param keep owns what the rollout reads
     */
    Rollout rollout(Turn turn, LinkSet links, Scope keep) throws WorkbenchException;

    /** Whether thoughts go through the inner link on their way. */
    boolean free();

    /** Latent rollouts, gradients through every step. */
    record Free(Recipe recipe) implements ThinkingWay {
        @Override
        public Rollout rollout(Turn turn, LinkSet links, Scope keep) throws WorkbenchException {
            Teammate mate = turn.mate();
            CausalLm lm = mate.lm();
            var inner = links.inner(mate.agent().id(), lm.config().hidden());
            return new LatentRollout(lm, inner, recipe.stepsOf(mate.agent())).withGradients();
        }

        @Override
        public boolean free() {
            return true;
        }
    }

    /**
     * Thoughts that came up before in the same turns, of which no gradient is taken. Where a turn
     * had none, nobody hears it.
     *
     * @param texts which questions of the batch are meant
     */
    record Recalled(KeptThoughts kept, RoleText texts) implements ThinkingWay {
        @Override
        public Rollout rollout(Turn turn, LinkSet links, Scope keep) throws WorkbenchException {
            Tensor all = kept.of(turn.round(), turn.mate().agent().id());
            if (all == null) {
                Teammate mate = turn.mate();
                var inner = links.inner(mate.agent().id(), mate.lm().config().hidden());
                return new LatentRollout(mate.lm(), inner, 0);
            }
            long rows = (long) texts.to() - texts.from();
            return new RecalledRollout(TensorKernels.narrow(all, 0, texts.from(), rows, keep));
        }

        @Override
        public boolean free() {
            return false;
        }
    }

    /** Every agent reads its right text; its states there are its thoughts. */
    record Forced(RoleText texts) implements ThinkingWay {
        private static final int MOST = 80; // vectors that the official code hands on

        @Override
        public Rollout rollout(Turn turn, LinkSet links, Scope keep) throws WorkbenchException {
            Teammate mate = turn.mate();
            int length = Math.min(MOST, texts.longest(turn.round(), mate));
            return new TeacherForcedRollout(
                    mate.lm(), texts.ended(turn.round(), mate, mate, length, keep));
        }

        @Override
        public boolean free() {
            return false;
        }
    }
}
