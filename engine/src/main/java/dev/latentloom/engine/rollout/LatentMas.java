package dev.latentloom.engine.rollout;

import dev.latentloom.engine.checkpoint.LayerPlan;
import dev.latentloom.engine.job.JobMonitor;
import dev.latentloom.engine.job.WorkbenchException;
import dev.latentloom.engine.link.RealignLink;
import dev.latentloom.engine.lm.CausalLm;
import dev.latentloom.engine.lm.KvCache;
import dev.latentloom.engine.tensor.Scope;
import dev.latentloom.engine.tensor.Tensor;
import dev.latentloom.engine.tensor.TensorKernels;

import java.util.ArrayList;
import java.util.List;

/**
 * LatentMAS: one model in several roles, no training. Each agent's prompt is read on top of the
 * cache the agent before left; its thoughts are realigned states; the last agent answers from the
 * cache. Positions go on counting; a cache that was cut counts on from its new length, its keys
 * keeping the rotation they had.
 */
public final class LatentMas implements AutoCloseable {
    private final CausalLm lm;
    private final RealignLink link;
    private final LatentMasSharing sharing;
    private final Scope scope;
    private final KvCache cache;

    /**
     * An empty chain.
     *
     * @param rows questions walked together; their prompts must be of equal length, agent by agent
     * @throws WorkbenchException where the model keeps recurrent states, which cannot be cut, and
     *     {@code sharing} asks for a cut
     */
    public LatentMas(CausalLm lm, RealignLink link, LatentMasSharing sharing, int rows, Scope owner)
            throws WorkbenchException {
        boolean recurrent = lm.config().layers().stream().anyMatch(LayerPlan::linear);
        if (recurrent && sharing != LatentMasSharing.ALL) {
            throw new WorkbenchException("rollout.cannotCut", lm.folder().toString());
        }
        this.lm = lm;
        this.link = link;
        this.sharing = sharing;
        this.scope = owner.child();
        this.cache = lm.newCache(rows, scope);
    }

    /**
     * An agent reads its prompt and takes {@code steps} latent steps, at least 0.
     *
     * @param prompt input embeddings (B, T, D), no padding
     * @return its thoughts; the cache is the chain's own
     */
    public LatentTrace think(Tensor prompt, int steps, Scope owner, JobMonitor monitor) {
        int before = cache.length();
        try (Scope scratch = scope.child()) {
            List<Tensor> hidden = new ArrayList<>(steps);
            List<Tensor> inputs = new ArrayList<>(steps);
            Tensor last = read(prompt, owner);
            Tensor next = last;
            for (int step = 0; step < steps; step++) {
                monitor.checkCancelled();
                inputs.add(link.forward(next, scratch)); // (B, 1, D)
                next = read(inputs.getLast(), scratch);
                hidden.add(next);
            }
            Tensor h = joined(hidden, prompt, owner);
            Tensor e = joined(inputs, prompt, owner);
            cut(cache.length() - before, steps);
            return new LatentTrace(h, e, last, cache);
        }
    }

    private static Tensor joined(List<Tensor> parts, Tensor prompt, Scope owner) {
        return parts.isEmpty()
                ? TensorKernels.narrow(prompt, 1, 0, 0, owner)
                : TensorKernels.concat(parts, 1, owner);
    }

    private void cut(int own, int steps) {
        switch (sharing) {
            case ALL -> {}
            case LATENT_ONLY -> cache.keepLast(steps);
            case LAST_AGENT -> cache.keepLast(own);
        }
    }

    /**
     * The last agent reads its prompt; decoding goes on from there on {@link #cache()}.
     *
     * @return hidden state at the prompt's end (B, 1, D)
     */
    public Tensor read(Tensor prompt, Scope owner) {
        try (Scope pass = owner.child()) {
            return owner.adopt(lm.lastHidden(prompt, cache, pass));
        }
    }

    /** Everything the agents so far have left. */
    public KvCache cache() {
        return cache;
    }

    @Override
    public void close() {
        scope.close();
    }
}
