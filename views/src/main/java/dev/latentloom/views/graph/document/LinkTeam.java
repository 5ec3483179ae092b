package dev.latentloom.views.graph.document;

import dev.latentloom.engine.graph.AgentGraph;

import java.nio.file.Path;
import java.util.Map;

/**
 * A team that links were trained for.
 *
 * @param models folder of each agent's model, by the agent's id
 */
public record LinkTeam(AgentGraph graph, Map<String, Path> models) {
    public LinkTeam {
        models = Map.copyOf(models);
    }
}
