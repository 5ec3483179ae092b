package dev.latentloom.app;

import dev.latentloom.engine.graph.Agent;
import dev.latentloom.engine.graph.AgentGraph;
import dev.latentloom.engine.graph.Edge;
import dev.latentloom.engine.job.WorkbenchException;
import dev.latentloom.engine.project.Project;
import dev.latentloom.engine.project.ProjectStore;
import dev.latentloom.views.run.Example;
import dev.latentloom.views.run.ProjectSource;
import dev.latentloom.views.run.RunProject;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One project of three agents, whatever the folder. */
final class RelayProjects implements ProjectSource {
    @Override
    public RunProject open(Path folder) {
        return new RunProject(
                folder,
                "Relay",
                graph(),
                Map.of("planner", 64, "critic", 96, "solver", 64),
                List.of("soft-token", "realign", "untrained"),
                "soft-token",
                List.of(new Example("start c4 route b d", "e17"), new Example("start a1", "c2")));
    }

    /** Writes it to a folder; gives the folder. */
    static Path stored(Path folder) throws WorkbenchException {
        ProjectStore store = new ProjectStore(folder);
        store.saveGraph(graph());
        store.save(Project.of("Relay", "relay").withTask("relay"));
        return folder;
    }

    static AgentGraph graph() {
        return new AgentGraph(
                "relay",
                "sequential",
                List.of(
                        agent("planner", "Planner"),
                        agent("critic", "Critic"),
                        agent("solver", "Solver")),
                List.of(
                        new Edge("planner-out", "planner", "critic", "plan", "outer_ln_res"),
                        new Edge("critic-out", "critic", "solver", "critique", "outer_ln_res"),
                        new Edge("solver-out", "solver", "planner", "feedback", "outer_ln_res")),
                "solver",
                2);
    }

    private static Agent agent(String id, String role) {
        return Agent.of(id, role, "{{question}}", 5, 16).withModel("models/" + id);
    }

    @Override
    public Optional<Example> random(RunProject project, long seed) {
        return Optional.of(new Example("start b" + seed, "d" + seed));
    }

    @Override
    public boolean right(RunProject project, String expected, String answer) {
        return expected.equals(answer);
    }
}
