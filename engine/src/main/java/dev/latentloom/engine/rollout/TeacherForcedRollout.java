package dev.latentloom.engine.rollout;

import dev.latentloom.engine.job.JobMonitor;
import dev.latentloom.engine.lm.CausalLm;
import dev.latentloom.engine.lm.KvCache;
import dev.latentloom.engine.tensor.Scope;
import dev.latentloom.engine.tensor.Tensor;
import dev.latentloom.engine.tensor.TensorKernels;

import java.util.List;

/**
 * The official outer loop's way: the agent reads its prompt and then a given text, and its states
 * at the positions of that text count as its thoughts. One pass, through which gradients flow.
 */
public final class TeacherForcedRollout implements Rollout {
    private final CausalLm lm;
    private final Tensor targets;

    /**
     * @param targets ids of the text (B, n), n at least 1; rows of different length are padded on
     *     the right, where no earlier position sees it
     */
    public TeacherForcedRollout(CausalLm lm, Tensor targets) {
        this.lm = lm;
        this.targets = targets;
    }

    @Override
    public Tensor think(FilledPrompt prompt, Scope owner, JobMonitor monitor) {
        monitor.checkCancelled();
        try (Scope scratch = owner.child()) {
            Tensor text = lm.embed(targets, scratch); // (B, n, D)
            Tensor all = TensorKernels.concat(List.of(prompt.embeddings(), text), 1, scratch);
            KvCache cache = lm.newGradientCache(prompt.pads(), scratch);
            return owner.adopt(lm.lastHidden(all, targets.shape().get(1), cache, scratch));
        }
    }
}
