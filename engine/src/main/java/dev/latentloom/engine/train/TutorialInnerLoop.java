package dev.latentloom.engine.train;

import dev.latentloom.engine.link.TrainableLink;
import dev.latentloom.engine.lm.CausalLm;
import dev.latentloom.engine.tensor.GradMode;
import dev.latentloom.engine.tensor.Scope;
import dev.latentloom.engine.tensor.Tensor;
import dev.latentloom.engine.tensor.TensorKernels;

import java.util.ArrayList;
import java.util.List;

/**
 * The tutorial's inner loop: batch after batch in the given order, AdamW with PyTorch's defaults,
 * clip 1.0, cosine to zero over all steps.
 *
 * @param lm the frozen model
 * @param link its inner link, whose weights are leaves and are changed in place
 * @param epochs times all batches are gone through
 * @param learningRate rate of the first step
 */
public record TutorialInnerLoop(CausalLm lm, TrainableLink link, int epochs, double learningRate) {
    private static final double CLIP = 1;

    /**
     * One batch.
     *
     * @param prompt ids (B, T)
     * @param target ids (B, A)
     */
    public record Batch(Tensor prompt, Tensor target) {}

    /** Trains and returns the loss of every step, before it was taken. */
    public List<Double> run(List<Batch> batches) {
        List<Double> losses = new ArrayList<>();
        int total = epochs * batches.size();
        CosineSchedule schedule = new CosineSchedule(learningRate, 0, total, 0);
        try (Scope scope = Scope.open()) {
            AdamW optimizer = new AdamW(link.parameters(), AdamWSettings.TORCH, scope);
            for (int step = 0; step < total; step++) {
                Batch batch = batches.get(step % batches.size());
                try (Scope scratch = scope.child()) {
                    losses.add(step(batch, optimizer, schedule.rate(step), scratch));
                }
            }
        }
        return losses;
    }

    private double step(Batch batch, AdamW optimizer, double rate, Scope scratch) {
        Tensor loss;
        List<Tensor> gradients;
        try (GradMode _ = GradMode.on()) {
            loss = InnerObjective.meanEmbedding(lm, link, batch.prompt(), batch.target(), scratch);
            gradients =
                    TensorKernels.gradients(List.of(loss), link.parameters(), null, false, scratch);
        }
        AdamW.clip(gradients, CLIP);
        optimizer.step(gradients, rate);
        return TensorKernels.item(loss);
    }
}
