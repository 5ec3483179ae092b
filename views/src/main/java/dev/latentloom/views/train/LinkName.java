package dev.latentloom.views.train;

import dev.latentloom.engine.graph.Agent;
import dev.latentloom.engine.graph.AgentGraph;
import dev.latentloom.engine.graph.Edge;
import dev.latentloom.resources.Messages;

import java.util.ArrayList;
import java.util.List;

/**
 * A link of a team.
 *
 * @param key as metrics name it: {@code inner:planner}, {@code outer:planner-critic}
 * @param name as people read it
 */
public record LinkName(String key, String name) {
    /** Every link of a team: the inner ones in the order of turns, then the outer ones. */
    static List<LinkName> of(AgentGraph graph) {
        List<LinkName> links = new ArrayList<>();
        for (Agent agent : graph.agents()) {
            if (!agent.textOnly()) {
                links.add(
                        new LinkName(
                                "inner:" + agent.id(),
                                Messages.text("train.link.inner", agent.role())));
            }
        }
        for (Edge edge : graph.edges()) {
            String name =
                    Messages.text(
                            "train.link.outer", role(graph, edge.from()), role(graph, edge.to()));
            links.add(new LinkName("outer:" + edge.id(), name));
        }
        return links;
    }

    private static String role(AgentGraph graph, String id) {
        return graph.agent(id).map(Agent::role).orElse(id);
    }
}
