package dev.latentloom.engine.train;

import dev.latentloom.engine.link.LinkKey;
import dev.latentloom.engine.link.LinkSet;
import dev.latentloom.engine.link.TrainableLink;
import dev.latentloom.engine.tensor.Scope;
import dev.latentloom.engine.tensor.Tensor;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The learning links of a team, each with moments of its own, so that one that has not begun stays
 * untouched; those of a step are clipped by their common norm.
 */
final class TeamOptimizer {
    private static final double CLIP = 1;

    private final Map<LinkKey, AdamW> optimizers = new LinkedHashMap<>();

    /**
     * @param owner owns the moments
     */
    TeamOptimizer(LinkSet links, Learning which, AdamWSettings settings, Scope owner) {
        for (Map.Entry<LinkKey, TrainableLink> link : links.trainable()) {
            if (which.of(link.getKey())) {
                List<Tensor> parameters = link.getValue().parameters();
                optimizers.put(link.getKey(), new AdamW(parameters, settings, owner));
            }
        }
    }

    /** In the order of the links. */
    List<AdamW> optimizers() {
        return List.copyOf(optimizers.values());
    }

    /** One clipped step of those links a gradient reached. */
    void step(RoundGradients gradients, double rate) {
        Map<LinkKey, List<Tensor>> reached = new LinkedHashMap<>();
        for (LinkKey link : optimizers.keySet()) {
            List<Tensor> own = gradients.of(link);
            if (!own.isEmpty()) {
                reached.put(link, own);
            }
        }
        if (!reached.isEmpty()) {
            AdamW.clip(reached.values().stream().flatMap(List::stream).toList(), CLIP);
        }
        optimizers.forEach(
                (link, optimizer) -> {
                    List<Tensor> own = reached.get(link);
                    if (own != null) {
                        optimizer.step(own, rate);
                    }
                });
    }
}
