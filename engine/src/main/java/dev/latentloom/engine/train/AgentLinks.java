package dev.latentloom.engine.train;

import dev.latentloom.engine.graph.Edge;
import dev.latentloom.engine.job.WorkbenchException;
import dev.latentloom.engine.link.LinkSet;
import dev.latentloom.engine.link.TrainableLink;
import dev.latentloom.engine.lm.CausalLm;
import dev.latentloom.engine.run.Team;
import dev.latentloom.engine.run.Teammate;
import dev.latentloom.engine.tensor.Scope;
import dev.latentloom.engine.tensor.Tensor;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The links that take one agent's thoughts, and their optimiser. */
final class AgentLinks {
    private final Teammate mate;
    private final TrainableLink inner;
    private final Map<Edge, TrainableLink> outer = new LinkedHashMap<>();
    private final Map<String, List<Tensor>> learning = new LinkedHashMap<>(); // by link
    private final AdamW optimizer;

    AgentLinks(Team team, Teammate mate, LinkSet links, Learning learn, Scope owner)
            throws WorkbenchException {
        this.mate = mate;
        String id = mate.agent().id();
        int width = mate.lm().config().hidden();
        inner = (TrainableLink) links.inner(id, width);
        for (Edge edge : team.graph().outOf(id)) {
            CausalLm target = team.mate(edge.to()).lm();
            int out = target.config().hidden();
            outer.put(edge, (TrainableLink) links.outer(edge.id(), width, out));
        }
        if (learn.inner()) {
            learning.put("inner:" + id, inner.parameters());
        }
        if (learn.outer()) {
            outer.forEach((edge, link) -> learning.put("outer:" + edge.id(), link.parameters()));
        }
        optimizer = new AdamW(parameters(), AdamWSettings.LINKS, owner);
    }

    Teammate mate() {
        return mate;
    }

    TrainableLink inner() {
        return inner;
    }

    /** Outer links by the edge they stand on. */
    Map<Edge, TrainableLink> outer() {
        return outer;
    }

    /** Names of the links that learn, in the order of {@link #parameters()}. */
    List<String> names() {
        return List.copyOf(learning.keySet());
    }

    /** Weights that learn. */
    List<Tensor> parameters() {
        List<Tensor> all = new ArrayList<>();
        learning.values().forEach(all::addAll);
        return all;
    }

    /** Cuts a list in the order of {@link #parameters()} into one for each link. */
    Map<String, List<Tensor>> byLink(List<Tensor> gradients) {
        Map<String, List<Tensor>> parts = new LinkedHashMap<>();
        int from = 0;
        for (Map.Entry<String, List<Tensor>> link : learning.entrySet()) {
            int to = from + link.getValue().size();
            parts.put(link.getKey(), gradients.subList(from, to));
            from = to;
        }
        return parts;
    }

    AdamW optimizer() {
        return optimizer;
    }
}
