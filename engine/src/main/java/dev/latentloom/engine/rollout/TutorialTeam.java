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
 * The widely read tutorial's system, literally: every agent reads the same ids, thoughts arrive one
 * round late at the next agent of the ring, and only the last agent's final pass can carry a
 * gradient, so of all links the one before the last agent alone learns. A teaching preset.
 *
 * @param models at least two, with one vocabulary
 * @param inner inner link of each agent
 * @param outer outer link of each agent, to the next; the last one's leads to the first
 * @param steps latent steps of every agent, at least 1
 * @param rounds at least 1
 */
public record TutorialTeam(
        List<CausalLm> models,
        List<RecursiveLink> inner,
        List<RecursiveLink> outer,
        int steps,
        int rounds) {
    public TutorialTeam {
        models = List.copyOf(models);
        inner = List.copyOf(inner);
        outer = List.copyOf(outer);
        if (models.size() < 2 || inner.size() != models.size() || outer.size() != models.size()) {
            throw new IllegalArgumentException("two agents or more, each with both links");
        }
    }

    /** The same agents with another link before the last of them: the only one that learns. */
    public TutorialTeam withLastLink(RecursiveLink link) {
        List<RecursiveLink> replaced = new ArrayList<>(outer);
        replaced.set(models.size() - 2, link);
        return new TutorialTeam(models, inner, replaced, steps, rounds);
    }

    /**
     * All rounds; gradients must not be recorded meanwhile.
     *
     * @param ids (B, T), the same for every agent
     * @return thoughts in the last round of the agent before the last, (B, steps, D of it)
     */
    public Tensor thoughts(Tensor ids, Scope owner, JobMonitor monitor) {
        int agents = models.size();
        try (Scope scratch = owner.child()) {
            List<Tensor> sent = List.of();
            List<Tensor> thoughts = List.of();
            for (int round = 0; round < rounds; round++) {
                thoughts = new ArrayList<>();
                for (int i = 0; i < agents; i++) {
                    Tensor own = models.get(i).embed(ids, scratch);
                    Tensor context =
                            sent.isEmpty()
                                    ? own
                                    : TensorKernels.concat(List.of(sent.get(i), own), 1, scratch);
                    thoughts.add(
                            new LatentRollout(models.get(i), inner.get(i), steps)
                                    .think(FilledPrompt.unpadded(context), scratch, monitor));
                }
                sent = new ArrayList<>();
                for (int i = 0; i < agents; i++) { // what i receives in the next round
                    int sender = (i + agents - 1) % agents;
                    sent.add(outer.get(sender).forward(thoughts.get(sender), scratch));
                }
            }
            return owner.adopt(thoughts.get(agents - 2));
        }
    }

    /**
     * The last agent's only pass that counts; under recorded gradients it reaches the link before
     * it.
     *
     * @param thoughts of {@link #thoughts}
     * @param ids (B, T)
     * @return logits (B, T, V) at the positions of {@code ids}
     */
    public Tensor logits(Tensor thoughts, Tensor ids, Scope owner) {
        CausalLm last = models.getLast();
        try (Scope scratch = owner.child()) {
            Tensor received = outer.get(models.size() - 2).forward(thoughts, scratch);
            Tensor own = last.embed(ids, scratch);
            Tensor context = TensorKernels.concat(List.of(received, own), 1, scratch);
            long[] pads = new long[Math.toIntExact(ids.shape().get(0))];
            KvCache cache = last.newGradientCache(pads, scratch);
            Tensor read = last.lastHidden(context, own.shape().get(1), cache, scratch);
            return owner.adopt(last.logits(read, scratch));
        }
    }
}
