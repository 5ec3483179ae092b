package dev.latentloom.engine.train;

import dev.latentloom.engine.link.LinkKey;
import dev.latentloom.engine.link.LinkSet;
import dev.latentloom.engine.link.RecursiveLink;
import dev.latentloom.engine.link.TrainableLink;
import dev.latentloom.engine.tensor.Scope;
import dev.latentloom.engine.tensor.Tensor;
import dev.latentloom.engine.tensor.TensorKernels;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * The links of a team for each round of an unroll: one set of weights, but a node of its own in the
 * graph for each round, so that what a round contributes to a gradient can be told from the rest.
 * Made while gradients are recorded.
 */
final class RoundLinks {
    private final LinkSet links;
    private final Predicate<LinkKey> learning;
    private final Scope scope;
    private final Map<Integer, LinkSet> rounds = new LinkedHashMap<>();
    private final List<Use> uses = new ArrayList<>();

    /**
     * @param learning which links gradients are taken of
     * @param scope owns the nodes
     */
    RoundLinks(LinkSet links, Predicate<LinkKey> learning, Scope scope) {
        this.links = links;
        this.learning = learning;
        this.scope = scope;
    }

    /**
     * A learning link in one round.
     *
     * @param weights its nodes, in the order of its parameters
     */
    record Use(LinkKey link, int round, List<Tensor> weights) {
        Use {
            weights = List.copyOf(weights);
        }
    }

    /** The links a round goes through. */
    LinkSet at(int round) {
        LinkSet known = rounds.get(round);
        if (known == null) {
            known = nodes(round);
            rounds.put(round, known);
        }
        return known;
    }

    private LinkSet nodes(int round) {
        Map<String, RecursiveLink> inner = new HashMap<>(links.inner());
        Map<String, RecursiveLink> outer = new HashMap<>(links.outer());
        for (Map.Entry<LinkKey, TrainableLink> link : links.trainable()) {
            LinkKey key = link.getKey();
            (key.inner() ? inner : outer)
                    .put(
                            key.id(),
                            learning.test(key)
                                    ? node(key, round, link.getValue())
                                    : fixed(link.getValue()));
        }
        return new LinkSet(links.name(), inner, outer);
    }

    /** Outside the graph, so that what leads only through links that stay is not recorded. */
    private TrainableLink fixed(TrainableLink link) {
        Map<String, Tensor> values = new LinkedHashMap<>();
        link.weights()
                .forEach((name, leaf) -> values.put(name, RegressionKernels.detached(leaf, scope)));
        return link.withWeights(values, scope);
    }

    private TrainableLink node(LinkKey key, int round, TrainableLink link) {
        Map<String, Tensor> nodes = new LinkedHashMap<>();
        link.weights().forEach((name, leaf) -> nodes.put(name, TensorKernels.alias(leaf, scope)));
        TrainableLink node = link.withWeights(nodes, scope);
        uses.add(new Use(key, round, node.parameters()));
        return node;
    }

    /** Those of these links that learn, in one round. */
    List<Use> uses(int round, List<LinkKey> keys) {
        at(round);
        return uses.stream()
                .filter(use -> use.round() == round && keys.contains(use.link()))
                .toList();
    }
}
