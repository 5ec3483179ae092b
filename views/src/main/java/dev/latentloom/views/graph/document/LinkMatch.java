package dev.latentloom.views.graph.document;

import dev.latentloom.engine.graph.Agent;
import dev.latentloom.engine.graph.AgentGraph;
import dev.latentloom.engine.graph.Edge;

import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds out which link of another project belongs to which agent and wire of a drawn team: agents
 * of the same models, wired alike by the same designs, whatever they are called.
 */
public final class LinkMatch {
    private final AgentGraph drawn;
    private final ModelWidths models;
    private final LinkTeam team;
    private final Map<String, String> agents = new HashMap<>(); // drawn to trained

    private LinkMatch(AgentGraph drawn, ModelWidths models, LinkTeam team) {
        this.drawn = drawn;
        this.models = models;
        this.team = team;
    }

    /**
     * The trained team's name of every agent and wire drawn.
     *
     * @param agents by the id of the agent that is drawn
     * @param edges by the id of the wire that is drawn
     */
    public record Names(Map<String, String> agents, Map<String, String> edges) {
        public Names {
            agents = Map.copyOf(agents);
            edges = Map.copyOf(edges);
        }
    }

    /** The names of a set's links for a drawn team; empty where they were trained for another. */
    public static Optional<Names> of(AgentGraph drawn, ModelWidths models, KnownLinks links) {
        return links.teams().stream()
                .map(team -> new LinkMatch(drawn, models, team).names(links))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<Names> names(KnownLinks links) {
        if (drawn.agents().isEmpty() || !match(0)) {
            return Optional.empty();
        }
        Map<String, String> edges = new HashMap<>();
        for (Edge edge : drawn.edges()) {
            Edge like = like(edge);
            if (like == null || links.link(false, like.id()).isEmpty()) {
                return Optional.empty();
            }
            edges.put(edge.id(), like.id());
        }
        boolean all = agents.values().stream().allMatch(id -> links.link(true, id).isPresent());
        return all ? Optional.of(new Names(agents, edges)) : Optional.empty();
    }

    /** Finds a partner for every agent from one on; takes back those that lead nowhere. */
    private boolean match(int from) {
        List<Agent> all = drawn.agents();
        if (from == all.size()) {
            return drawn.edges().stream().allMatch(edge -> like(edge) != null);
        }
        Agent agent = all.get(from);
        Set<String> taken = new HashSet<>(agents.values());
        for (Agent trained : team.graph().agents()) {
            if (!taken.contains(trained.id()) && sameModel(agent, trained)) {
                agents.put(agent.id(), trained.id());
                if (match(from + 1)) {
                    return true;
                }
                agents.remove(agent.id());
            }
        }
        return false;
    }

    private boolean sameModel(Agent agent, Agent trained) {
        String name = agent.model();
        return name != null
                && !agent.textOnly()
                && models.find(name)
                        .filter(found -> found.folder().equals(team.models().get(trained.id())))
                        .isPresent();
    }

    private @Nullable Edge like(Edge edge) {
        String from = agents.get(edge.from());
        String to = agents.get(edge.to());
        return team.graph().edges().stream()
                .filter(
                        trained ->
                                trained.from().equals(from)
                                        && trained.to().equals(to)
                                        && trained.design().equals(edge.design()))
                .findFirst()
                .orElse(null);
    }
}
