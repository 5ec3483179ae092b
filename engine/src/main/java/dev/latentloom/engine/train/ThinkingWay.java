package dev.latentloom.engine.train;

import dev.latentloom.engine.graph.AgentGraph;
import dev.latentloom.engine.job.WorkbenchException;
import dev.latentloom.engine.link.LinkSet;
import dev.latentloom.engine.lm.CausalLm;
import dev.latentloom.engine.rollout.LatentRollout;
import dev.latentloom.engine.rollout.Rollout;
import dev.latentloom.engine.rollout.TeacherForcedRollout;
import dev.latentloom.engine.run.Teammate;
import dev.latentloom.engine.run.Turn;
import dev.latentloom.engine.tensor.Scope;

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

    /** Latent rollouts, gradients through every step; the last turn may be cut short. */
    record Free(LinkTraining training, Span span) implements ThinkingWay {
        @Override
        public Rollout rollout(Turn turn, LinkSet links, Scope keep) throws WorkbenchException {
            Teammate mate = turn.mate();
            CausalLm lm = mate.lm();
            var inner = links.inner(mate.agent().id(), lm.config().hidden());
            return new LatentRollout(lm, inner, steps(turn)).withGradients();
        }

        private int steps(Turn turn) {
            AgentGraph graph = training.team().graph();
            String agent = turn.mate().agent().id();
            int number = (turn.round() - 1) * graph.agents().size() + graph.position(agent) + 1;
            int own = training.recipe().stepsOf(turn.mate().agent());
            boolean cut = span.thoughts() > 0 && number == span.turns();
            return cut ? Math.min(span.thoughts(), own) : own;
        }

        @Override
        public boolean free() {
            return true;
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
