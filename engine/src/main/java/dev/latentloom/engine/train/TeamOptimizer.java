package dev.latentloom.engine.train;

import dev.latentloom.engine.link.LinkKey;
import dev.latentloom.engine.link.LinkSet;
import dev.latentloom.engine.link.TrainableLink;
import dev.latentloom.engine.tensor.Scope;
import dev.latentloom.engine.tensor.Tensor;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** All learning links of a team under one optimiser, clipped by their common norm. */
final class TeamOptimizer {
    private static final double CLIP = 1;

    private final List<Map.Entry<LinkKey, TrainableLink>> learning;
    private final AdamW optimizer;

    /**
     * @param owner owns the moments
     */
    TeamOptimizer(LinkSet links, Learning which, AdamWSettings settings, Scope owner) {
        this.learning =
                links.trainable().stream()
                        .filter(l -> l.getKey().inner() ? which.inner() : which.outer())
                        .toList();
        List<Tensor> parameters = new ArrayList<>();
        learning.forEach(link -> parameters.addAll(link.getValue().parameters()));
        this.optimizer = new AdamW(parameters, settings, owner);
    }

    AdamW optimizer() {
        return optimizer;
    }

    /** One clipped step; a link that no round gave a gradient stays without one. */
    void step(RoundGradients gradients, double rate, Scope scratch) {
        List<Tensor> all = new ArrayList<>();
        for (Map.Entry<LinkKey, TrainableLink> link : learning) {
            List<Tensor> own = gradients.of(link.getKey());
            all.addAll(
                    own.isEmpty()
                            ? OptimizerKernels.zerosLike(link.getValue().parameters(), scratch)
                            : own);
        }
        AdamW.clip(all, CLIP);
        optimizer.step(all, rate);
    }
}
