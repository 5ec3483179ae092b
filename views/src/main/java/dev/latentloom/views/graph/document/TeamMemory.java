package dev.latentloom.views.graph.document;

import dev.latentloom.engine.graph.Agent;
import dev.latentloom.engine.graph.AgentGraph;
import dev.latentloom.engine.graph.Edge;

import org.jspecify.annotations.Nullable;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What a team will need on one device, estimated before anything is loaded; bytes.
 *
 * @param device where
 * @param weights of each model once, however many agents share it
 * @param links inner and outer, as float32
 * @param cache keys and values of the agents' longest turns
 * @param budget what the device has for all of them; negative where nobody knows
 */
public record TeamMemory(String device, long weights, long links, long cache, long budget) {
    private static final int CHARACTERS_A_TOKEN = 4;

    /** Estimates a graph, device by device; agents without a known model count nothing. */
    public static List<TeamMemory> of(AgentGraph graph, ModelWidths models) {
        Set<String> devices = new LinkedHashSet<>();
        graph.agents().forEach(agent -> devices.add(models.device(agent)));
        if (devices.isEmpty()) {
            devices.add(models.device());
        }
        return devices.stream().map(device -> on(device, graph, models)).toList();
    }

    private static TeamMemory on(String device, AgentGraph graph, ModelWidths models) {
        long weights = 0;
        long numbers = 0;
        long cache = 0;
        Set<String> counted = new HashSet<>();
        for (Agent agent : graph.agents()) {
            ModelWidth model = model(agent, models);
            if (model == null || !models.device(agent).equals(device)) {
                continue;
            }
            weights += counted.add(model.name()) ? model.bytes() : 0;
            numbers += LinkParameters.inner(model.width());
            cache += model.cacheBytesPerToken() * tokens(graph, agent);
        }
        for (Edge edge : graph.edges()) {
            boolean heardHere =
                    graph.agent(edge.to()).map(models::device).filter(device::equals).isPresent();
            numbers += heardHere ? parameters(graph, edge, models) : 0;
        }
        long links = numbers * Float.BYTES;
        return new TeamMemory(device, weights, links, cache, models.budget(device));
    }

    /** Parameters of an edge's outer link; 0 where it carries text or a width is unknown. */
    public static long parameters(AgentGraph graph, Edge edge, ModelWidths models) {
        ModelWidth from = graph.agent(edge.from()).map(a -> model(a, models)).orElse(null);
        ModelWidth to = graph.agent(edge.to()).map(a -> model(a, models)).orElse(null);
        return from == null || to == null
                ? 0
                : LinkParameters.outer(edge.design(), from.width(), to.width());
    }

    private static @Nullable ModelWidth model(Agent agent, ModelWidths models) {
        String name = agent.model();
        return agent.textOnly() || name == null ? null : models.find(name).orElse(null);
    }

    /** The longest an agent's context gets: prompt, thoughts heard, thoughts thought, text said. */
    private static long tokens(AgentGraph graph, Agent agent) {
        List<Edge> heard = graph.into(agent.id());
        long thoughts =
                heard.stream()
                        .mapToLong(edge -> graph.agent(edge.from()).map(Agent::steps).orElse(0))
                        .sum();
        int prompt = (agent.system().length() + agent.prompt().length()) / CHARACTERS_A_TOKEN;
        long said = agent.id().equals(graph.answering()) ? agent.maxNewTokens() : 0;
        return prompt + thoughts + agent.steps() + said;
    }

    /** All together. */
    public long total() {
        return weights + links + cache;
    }

    /** Whether all of it fits the device, as far as that is known. */
    public boolean fits() {
        return budget < 0 || total() <= budget;
    }
}
