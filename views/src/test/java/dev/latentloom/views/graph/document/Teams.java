package dev.latentloom.views.graph.document;

import dev.latentloom.engine.graph.Agent;
import dev.latentloom.engine.graph.AgentGraph;
import dev.latentloom.engine.graph.Edge;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Teams and models for tests. */
public final class Teams {
    /** Models of width 64, 96 and 80, the last of which cannot think. */
    public static final ModelWidths MODELS =
            new ModelWidths() {
                @Override
                public List<ModelWidth> all() {
                    return List.of(
                            model("planner", "llama", 64, 1024, null),
                            model("critic", "qwen3", 96, 2048, null),
                            model("old", "gguf", 80, 0, "GGUF file"));
                }

                @Override
                public long budget() {
                    return 8_000_000;
                }

                @Override
                public String type() {
                    return "f32";
                }

                @Override
                public String device() {
                    return "cpu";
                }

                @Override
                public List<String> devices() {
                    return List.of("cpu", "cuda:0");
                }
            };

    private static ModelWidth model(
            String name, String family, int width, long cache, @Nullable String refusal) {
        long parameters = width * 2_000L;
        return new ModelWidth(
                "models/" + name,
                Path.of("models", name),
                family,
                width,
                parameters,
                "F32",
                parameters * Float.BYTES,
                cache,
                refusal);
    }

    private Teams() {}

    /** An agent with a slot for each name. */
    public static Agent agent(String id, String role, @Nullable String model, String... slots) {
        StringBuilder prompt = new StringBuilder("{{question}}");
        for (String slot : slots) {
            prompt.append(" {{").append(slot).append("}}");
        }
        return Agent.of(id, role, prompt.toString(), 5, 64)
                .withModel(model)
                .withSystem("You are " + role + ".");
    }

    /** Planner (64) to critic (96) to solver (64), whose thoughts go back to the planner. */
    public static Draft sequential() {
        AgentGraph graph =
                new AgentGraph(
                        "relay",
                        "sequential",
                        List.of(
                                agent("planner", "Planner", "models/planner", "feedback"),
                                agent("critic", "Critic", "models/critic", "plan"),
                                agent("solver", "Solver", "models/planner", "critique")),
                        List.of(
                                new Edge("p-c", "planner", "critic", "plan", "outer_ln_res"),
                                new Edge("c-s", "critic", "solver", "critique", "outer_ln_res"),
                                new Edge("s-p", "solver", "planner", "feedback", "outer_ln_res")),
                        "solver",
                        3);
        Map<String, Spot> spots = new HashMap<>();
        spots.put(GraphDocument.QUESTION, new Spot(20, 60));
        spots.put("planner", new Spot(260, 40));
        spots.put("critic", new Spot(560, 60));
        spots.put("solver", new Spot(860, 40));
        spots.put(GraphDocument.ANSWER, new Spot(1140, 60));
        return new Draft(GraphDocument.of(graph), new GraphLayout(spots));
    }
}
