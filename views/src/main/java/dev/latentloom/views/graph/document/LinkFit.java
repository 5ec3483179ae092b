package dev.latentloom.views.graph.document;

import dev.latentloom.engine.graph.Agent;
import dev.latentloom.engine.graph.AgentGraph;
import dev.latentloom.engine.graph.Edge;
import dev.latentloom.resources.Messages;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What keeps a link set of the project from carrying a drawn team's thoughts. */
public final class LinkFit {
    private final AgentGraph graph;
    private final ModelWidths models;
    private final KnownLinks set;
    private final Map<String, String> missing = new LinkedHashMap<>();

    private LinkFit(AgentGraph graph, ModelWidths models, KnownLinks set) {
        this.graph = graph;
        this.models = models;
        this.set = set;
    }

    /** What is wrong, in words, by the id of the agent or wire whose link it is. */
    public static Map<String, String> of(AgentGraph graph, ModelWidths models, KnownLinks set) {
        LinkFit fit = new LinkFit(graph, models, set);
        if (set.folder() != null) {
            graph.agents().stream().filter(agent -> !agent.textOnly()).forEach(fit::agent);
            graph.edges().forEach(fit::edge);
        }
        return fit.missing;
    }

    /** Who only answers, and only once, never thinks. */
    private void agent(Agent agent) {
        Optional<Integer> width = width(agent.id());
        boolean thinks = graph.rounds() > 1 || !agent.id().equals(graph.answering());
        if (width.isPresent() && thinks) {
            check(true, agent.id(), agent.role(), width.get(), width.get());
        }
    }

    private void edge(Edge edge) {
        Optional<Integer> in = width(edge.from());
        Optional<Integer> out = width(edge.to());
        if (in.isPresent() && out.isPresent()) {
            String name = Messages.text("graph.wirePane.title", role(edge.from()), role(edge.to()));
            check(false, edge.id(), name, in.get(), out.get());
        }
    }

    private void check(boolean inner, String id, String name, int in, int out) {
        LinkFact link = set.link(inner, id).orElse(null);
        if (link == null) {
            missing.put(id, Messages.text("graph.links.lacks", set.name(), name));
        } else if (link.in() != in || link.out() != out) {
            missing.put(
                    id,
                    Messages.text(
                            "graph.links.otherWidths",
                            set.name(),
                            name,
                            link.in(),
                            link.out(),
                            in,
                            out));
        }
    }

    /** Hidden width of an agent that thinks; empty while its model is not known. */
    private Optional<Integer> width(String id) {
        return graph.agent(id)
                .filter(agent -> !agent.textOnly() && agent.model() != null)
                .flatMap(agent -> models.find(String.valueOf(agent.model())))
                .map(ModelWidth::width);
    }

    private String role(String id) {
        return graph.agent(id).map(Agent::role).orElse(id);
    }
}
