package dev.latentloom.engine.train;

import dev.latentloom.engine.link.TrainableLink;
import dev.latentloom.engine.lm.CausalLm;
import dev.latentloom.engine.rollout.FilledPrompt;
import dev.latentloom.engine.tensor.GradMode;
import dev.latentloom.engine.tensor.Scope;
import dev.latentloom.engine.tensor.Tensor;
import dev.latentloom.engine.tensor.TensorKernels;

import java.util.List;

/**
 * The tutorial's inner loop for one agent: AdamW with PyTorch's defaults, clip 1.0; its schedule is
 * a cosine to zero over all steps without warm-up.
 *
 * @param lm the frozen model
 * @param link its inner link, whose weights are leaves and are changed in place
 * @param optimizer of the link's parameters
 */
public record TutorialInnerLoop(CausalLm lm, TrainableLink link, AdamW optimizer) {
    private static final double CLIP = 1;

    /** A loop that begins; {@code owner} owns its optimiser. */
    public static TutorialInnerLoop of(CausalLm lm, TrainableLink link, Scope owner) {
        AdamW optimizer = new AdamW(link.parameters(), AdamWSettings.TORCH, owner);
        return new TutorialInnerLoop(lm, link, optimizer);
    }

    /**
     * One step.
     *
     * @param targets ids (B, A), those below 0 left out
     * @return the loss before it was taken
     */
    public double step(FilledPrompt prompt, Tensor targets, double rate, Scope scratch) {
        Tensor loss;
        List<Tensor> gradients;
        try (GradMode _ = GradMode.on()) {
            loss = InnerObjective.meanEmbedding(lm, link, prompt, targets, scratch);
            gradients =
                    TensorKernels.gradients(List.of(loss), link.parameters(), null, false, scratch);
        }
        AdamW.clip(gradients, CLIP);
        optimizer.step(gradients, rate);
        return TensorKernels.item(loss);
    }
}
