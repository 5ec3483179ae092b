package dev.latentloom.engine.train;

import dev.latentloom.engine.job.WorkbenchException;
import dev.latentloom.engine.link.TrainableLink;
import dev.latentloom.engine.lm.CausalLm;
import dev.latentloom.engine.rollout.FilledPrompt;
import dev.latentloom.engine.run.Turn;
import dev.latentloom.engine.tensor.GradMode;
import dev.latentloom.engine.tensor.Scope;
import dev.latentloom.engine.tensor.Tensor;
import dev.latentloom.engine.tensor.TensorKernels;

import java.util.List;

/** How one agent's inner link learns from a prompt in which right texts stand. */
sealed interface InnerLearner {
    AdamW optimizer();

    /** One step in the agent's turn; gives the loss before it. */
    double learn(Turn turn, FilledPrompt prompt, RoleText texts, double rate)
            throws WorkbenchException;

    /** The tutorial's: towards the answer's mean embedding. */
    record Mean(TutorialInnerLoop loop) implements InnerLearner {
        @Override
        public AdamW optimizer() {
            return loop.optimizer();
        }

        @Override
        public double learn(Turn turn, FilledPrompt prompt, RoleText texts, double rate) {
            try (Scope scratch = Scope.open()) {
                Tensor answers = texts.answers(turn.mate(), Integer.MAX_VALUE, scratch);
                return loop.step(prompt, answers, rate, scratch);
            }
        }
    }

    /** The official code's: towards each next token's embedding, teacher-forced. */
    record Next(CausalLm lm, TrainableLink link, AdamW optimizer) implements InnerLearner {
        private static final double CLIP = 1;

        @Override
        public double learn(Turn turn, FilledPrompt prompt, RoleText texts, double rate)
                throws WorkbenchException {
            try (Scope scratch = Scope.open()) {
                int length = texts.longest(turn.round(), turn.mate());
                Tensor targets = texts.targets(turn.round(), turn.mate(), length, scratch).ids();
                Tensor loss;
                List<Tensor> gradients;
                try (GradMode _ = GradMode.on()) {
                    loss =
                            InnerObjective.nextEmbedding(lm, link, prompt, targets, scratch)
                                    .cosine();
                    gradients =
                            TensorKernels.gradients(
                                    List.of(loss), link.parameters(), null, false, scratch);
                }
                AdamW.clip(gradients, CLIP);
                optimizer.step(gradients, rate);
                return TensorKernels.item(loss);
            }
        }
    }
}
