package dev.latentloom.engine.train;

import dev.latentloom.engine.job.JobMonitor;
import dev.latentloom.engine.link.TrainableLink;
import dev.latentloom.engine.rollout.CrossEntropy;
import dev.latentloom.engine.rollout.TutorialTeam;
import dev.latentloom.engine.tensor.GradMode;
import dev.latentloom.engine.tensor.Scope;
import dev.latentloom.engine.tensor.Tensor;
import dev.latentloom.engine.tensor.TensorKernels;

import java.util.ArrayList;
import java.util.List;

/**
 * The tutorial's outer loop, literally: everything but the last agent's last pass runs without
 * gradients, so the link before the last agent alone learns.
 *
 * @param team whose link before the last agent is {@code link}
 * @param link a leaf, changed in place
 * @param optimizer of its parameters
 */
public record TutorialOuterLoop(TutorialTeam team, TrainableLink link, AdamW optimizer) {
    private static final double CLIP = 1;

    /** A loop that begins; {@code owner} owns its optimiser. */
    public static TutorialOuterLoop of(TutorialTeam team, TrainableLink link, Scope owner) {
        AdamW optimizer = new AdamW(link.parameters(), AdamWSettings.TORCH, owner);
        return new TutorialOuterLoop(team.withLastLink(link), link, optimizer);
    }

    /**
     * One step.
     *
     * @param ids (B, T), the same for every agent
     * @param targets ids (B, A), A at most T
     * @return the loss before it was taken
     */
    public double step(Tensor ids, Tensor targets, double rate, Scope scratch) {
        Tensor loss = loss(ids, targets, scratch);
        List<Tensor> gradients =
                TensorKernels.gradients(List.of(loss), link.parameters(), null, false, scratch);
        AdamW.clip(gradients, CLIP);
        optimizer.step(gradients, rate);
        return TensorKernels.item(loss);
    }

    /** Which of these links the loss depends on. */
    List<Boolean> reached(List<TrainableLink> links, Tensor ids, Tensor targets) {
        List<Boolean> reached = new ArrayList<>();
        try (Scope scratch = Scope.open()) {
            Tensor loss = loss(ids, targets, scratch);
            for (TrainableLink other : links) {
                reached.add(
                        TensorKernels.gradients(
                                        List.of(loss), other.parameters(), null, true, scratch)
                                .stream()
                                .anyMatch(gradient -> gradient.shape().size() > 0));
            }
        }
        return reached;
    }

    private Tensor loss(Tensor ids, Tensor targets, Scope scratch) {
        Tensor thoughts = team.thoughts(ids, scratch, JobMonitor.NONE);
        try (GradMode _ = GradMode.on()) {
            return crossEntropy(team.logits(thoughts, ids, scratch), targets, scratch);
        }
    }

    /** Cross-entropy at the last positions, unshifted. */
    public static Tensor crossEntropy(Tensor logits, Tensor targets, Scope scope) {
        long answer = targets.shape().get(1);
        long from = logits.shape().get(1) - answer;
        Tensor last = TensorKernels.narrow(logits, 1, from, answer, scope);
        return CrossEntropy.mean(last, targets, scope);
    }
}
