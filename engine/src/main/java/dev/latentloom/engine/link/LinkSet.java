package dev.latentloom.engine.link;

import dev.latentloom.engine.job.WorkbenchException;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The links of one graph.
 *
 * @param name name of its folder, or of the kind of training-free links
 * @param inner inner links by id of their agent
 * @param outer outer links by id of their edge
 */
public record LinkSet(
        String name, Map<String, RecursiveLink> inner, Map<String, RecursiveLink> outer) {
    public LinkSet {
        inner = Map.copyOf(inner);
        outer = Map.copyOf(outer);
    }

    /**
     * The inner link of an agent.
     *
     * @param width hidden size of the agent's model
     * @throws WorkbenchException where there is none or its widths are others
     */
    public RecursiveLink inner(String agentId, int width) throws WorkbenchException {
        return fitting(LinkKey.inner(agentId), inner.get(agentId), width, width);
    }

    /**
     * The outer link of an edge.
     *
     * @param from hidden size of the sender
     * @param to hidden size of the receiver
     * @throws WorkbenchException where there is none or its widths are others
     */
    public RecursiveLink outer(String edgeId, int from, int to) throws WorkbenchException {
        return fitting(LinkKey.outer(edgeId), outer.get(edgeId), from, to);
    }

    private RecursiveLink fitting(LinkKey key, @Nullable RecursiveLink link, int from, int to)
            throws WorkbenchException {
        if (link == null) {
            throw new WorkbenchException("link.missing", name, key.toString());
        }
        if (link.in() != from || link.out() != to) {
            throw new WorkbenchException(
                    "link.widths", key.toString(), name, link.in(), link.out(), from, to);
        }
        return link;
    }

    /** Its links with weights, inner ones first, each kind by id. */
    public List<Map.Entry<LinkKey, TrainableLink>> trainable() {
        List<Map.Entry<LinkKey, TrainableLink>> links = new ArrayList<>();
        add(inner, true, links);
        add(outer, false, links);
        return links;
    }

    private static void add(
            Map<String, RecursiveLink> from,
            boolean inner,
            List<Map.Entry<LinkKey, TrainableLink>> to) {
        from.keySet().stream()
                .sorted()
                .forEach(
                        id -> {
                            if (from.get(id) instanceof TrainableLink link) {
                                to.add(Map.entry(new LinkKey(inner, id), link));
                            }
                        });
    }

    /** Trainable numbers of all its links. */
    public long parameters() {
        return trainable().stream().mapToLong(link -> link.getValue().shape().parameters()).sum();
    }
}
