package dev.latentloom.engine.train;

import dev.latentloom.engine.link.LinkKey;
import dev.latentloom.engine.tensor.Scope;
import dev.latentloom.engine.tensor.Tensor;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What each round contributes to the gradient of each link, and the sums; gradients off. */
final class RoundGradients {
    private final Map<Place, List<Tensor>> parts = new LinkedHashMap<>();
    private final Set<Place> asked = new LinkedHashSet<>();
    private final Scope scope;

    /**
     * @param scope owns the sums
     */
    RoundGradients(Scope scope) {
        this.scope = scope;
    }

    Scope scope() {
        return scope;
    }

    /** A link in a round. */
    record Place(LinkKey link, int round) {
        @Override
        public String toString() {
            return link + "/r" + round;
        }
    }

    /**
     * Adds what a link got in a round, to what it got there before.
     *
     * @param gradients in the order of its parameters; empty tensors where no path leads there
     */
    void add(RoundLinks.Use use, List<Tensor> gradients) {
        Place place = new Place(use.link(), use.round());
        asked.add(place);
        if (gradients.stream().allMatch(gradient -> gradient.shape().size() > 0)) {
            parts.merge(place, gradients, (old, more) -> OptimizerKernels.sums(old, more, scope));
        }
    }

    /** The whole gradient of a link; empty where no path leads there. */
    List<Tensor> of(LinkKey link) {
        List<Tensor> sum = List.of();
        for (Map.Entry<Place, List<Tensor>> part : parts.entrySet()) {
            if (part.getKey().link().equals(link)) {
                sum =
                        sum.isEmpty()
                                ? part.getValue()
                                : OptimizerKernels.sums(sum, part.getValue(), scope);
            }
        }
        return sum;
    }

    /** Norms of every round's own contribution and of the wholes, by metric name. */
    Map<String, Double> norms() {
        Map<String, Double> norms = new LinkedHashMap<>();
        Set<LinkKey> links = new LinkedHashSet<>();
        parts.forEach(
                (place, part) -> {
                    norms.put("grad/" + place, RegressionKernels.norm(part));
                    links.add(place.link());
                });
        links.forEach(link -> norms.put("grad/" + link, RegressionKernels.norm(of(link))));
        return norms;
    }

    /** Links in rounds they were used in, from which no path leads to the loss. */
    Set<Place> dead() {
        Set<Place> dead = new LinkedHashSet<>(asked);
        dead.removeAll(parts.keySet());
        return dead;
    }
}
