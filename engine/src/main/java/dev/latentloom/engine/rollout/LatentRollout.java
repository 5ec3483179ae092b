package dev.latentloom.engine.rollout;

import dev.latentloom.engine.job.JobMonitor;
import dev.latentloom.engine.link.RecursiveLink;
import dev.latentloom.engine.lm.CausalLm;
import dev.latentloom.engine.lm.KvCache;
import dev.latentloom.engine.tensor.Scope;
import dev.latentloom.engine.tensor.Tensor;
import dev.latentloom.engine.tensor.TensorKernels;

import java.util.ArrayList;
import java.util.List;

/**
 * Lets an agent think: each last hidden state goes through the inner link and back in as input. The
 * first thought is the state at the prompt's last position, so m thoughts cost m passes; nothing is
 * renormalised, noised or sampled. No steps, no thoughts.
 */
public final class LatentRollout implements Rollout {
    private final CausalLm lm;
    private final RecursiveLink inner;
    private final int steps;
    private final boolean gradients;
    private final LatentStepListener listener;

    /**
     * Without gradients, its cache written in place.
     *
     * @param steps latent steps m, at least 0
     */
    public LatentRollout(CausalLm lm, RecursiveLink inner, int steps) {
        this(lm, inner, steps, false, LatentStepListener.NONE);
    }

    private LatentRollout(
            CausalLm lm,
            RecursiveLink inner,
            int steps,
            boolean gradients,
            LatentStepListener listener) {
        if (steps < 0) {
            throw new IllegalArgumentException("latent steps must be at least 0, was " + steps);
        }
        this.lm = lm;
        this.inner = inner;
        this.steps = steps;
        this.gradients = gradients;
        this.listener = listener;
    }

    /** The same on a functional cache, so that gradients flow into prompt and link. */
    public LatentRollout withGradients() {
        return new LatentRollout(lm, inner, steps, true, listener);
    }

    /** The same, telling each step. */
    public LatentRollout telling(LatentStepListener told) {
        return new LatentRollout(lm, inner, steps, gradients, told);
    }

    @Override
    public Tensor think(FilledPrompt prompt, Scope owner, JobMonitor monitor) {
        try (Scope scratch = owner.child()) {
            if (steps == 0) {
                return owner.adopt(none(prompt, scratch));
            }
            KvCache cache = cache(prompt, scratch);
            List<Tensor> hidden = new ArrayList<>(steps);
            Tensor input = prompt.embeddings();
            for (int step = 1; step <= steps; step++) {
                monitor.beforeStep();
                hidden.add(read(input, cache, scratch)); // (B, 1, D)
                listener.stepped(step, steps, hidden.getLast());
                if (step < steps) {
                    input = next(hidden.getLast(), scratch); // (B, 1, D)
                }
            }
            return owner.adopt(TensorKernels.concat(hidden, 1, scratch));
        }
    }

    /**
     * Thinks and reads the last inner output too, for an agent that goes on after its own thoughts.
     *
     * @param owner owns everything in the result; with gradients also all that led to it
     */
    public LatentTrace thinkOn(FilledPrompt prompt, Scope owner, JobMonitor monitor) {
        KvCache cache = cache(prompt, owner);
        try (Scope scratch = owner.child()) {
            Scope work = gradients ? owner : scratch; // a functional cache keeps what passes made
            List<Tensor> hidden = new ArrayList<>(steps);
            List<Tensor> inputs = new ArrayList<>(steps);
            Tensor last = read(prompt.embeddings(), cache, work);
            for (int step = 1; step <= steps; step++) {
                monitor.beforeStep();
                hidden.add(last);
                inputs.add(next(last, work));
                last = read(inputs.getLast(), cache, work);
                listener.stepped(step, steps, hidden.getLast());
            }
            return new LatentTrace(
                    joined(hidden, prompt, owner),
                    joined(inputs, prompt, owner),
                    gradients ? last : owner.adopt(last),
                    cache);
        }
    }

    private static Tensor joined(List<Tensor> parts, FilledPrompt prompt, Scope owner) {
        return parts.isEmpty() ? none(prompt, owner) : TensorKernels.concat(parts, 1, owner);
    }

    private static Tensor none(FilledPrompt prompt, Scope owner) {
        return TensorKernels.narrow(prompt.embeddings(), 1, 0, 0, owner); // (B, 0, D)
    }

    private KvCache cache(FilledPrompt prompt, Scope owner) {
        return gradients
                ? lm.newGradientCache(prompt.pads(), owner)
                : lm.newCache(prompt.pads(), owner);
    }

    private Tensor read(Tensor input, KvCache cache, Scope owner) {
        if (gradients) {
            return lm.lastHidden(input, cache, owner);
        }
        try (Scope pass = owner.child()) {
            return owner.adopt(lm.lastHidden(input, cache, pass));
        }
    }

    private Tensor next(Tensor hidden, Scope owner) {
        Tensor given = inner.forward(hidden, owner);
        return TensorKernels.to(given, lm.device(), lm.type(), owner);
    }
}
