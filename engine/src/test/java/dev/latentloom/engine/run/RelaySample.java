package dev.latentloom.engine.run;

import dev.latentloom.engine.graph.Agent;
import dev.latentloom.engine.graph.AgentGraph;
import dev.latentloom.engine.job.Control;
import dev.latentloom.engine.job.JobHandle;
import dev.latentloom.engine.job.RunEvent;
import dev.latentloom.engine.job.RunMode;
import dev.latentloom.engine.job.RunSettings;
import dev.latentloom.engine.job.RunSpec;
import dev.latentloom.engine.job.WorkbenchException;
import dev.latentloom.engine.project.Project;
import dev.latentloom.engine.project.ProjectStore;
import dev.latentloom.engine.tensor.DType;
import dev.latentloom.engine.tensor.DeviceChoice;

import org.jspecify.annotations.Nullable;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** The bundled relay sample behind a job runner whose runs go to a folder of the test. */
final class RelaySample implements AutoCloseable {
    static final Path FOLDER = samples().resolve("relay");

    final LocalJobRunner runner;

    RelaySample(Path data) {
        Path natives = Path.of(System.getProperty("user.home"), ".cache", "latentloom", "natives");
        runner =
                new LocalJobRunner(
                        new EngineSetup(
                                DeviceChoice.CPU,
                                DType.F32,
                                1L << 30,
                                natives,
                                data.resolve("runs")),
                        new StoredProjects(samples(), data),
                        (spec, context) -> Map.of("trained", spec.recipe()));
    }

    private static Path samples() {
        Path here = Path.of("").toAbsolutePath();
        while (here != null && !Files.isDirectory(here.resolve("sample-projects"))) {
            here = here.getParent();
        }
        if (here == null) {
            throw new IllegalStateException("no sample-projects above the working folder");
        }
        return here.resolve("sample-projects");
    }

    /** A project of one's own on the sample's models. */
    static Path project(Path folder, @Nullable String links, boolean oneModel)
            throws WorkbenchException {
        ProjectStore store = new ProjectStore(folder);
        AgentGraph graph = new ProjectStore(FOLDER).graph("relay");
        List<Agent> agents = new ArrayList<>();
        for (Agent agent : graph.agents()) {
            String model = oneModel ? "solver" : agent.id();
            agents.add(
                    agent.withModel(FOLDER.resolve("models").resolve(model).toString())
                            .withTools(""));
        }
        store.saveGraph(new AgentGraph("relay", "free-form", agents, graph.edges(), "solver", 2));
        store.save(Project.of("Own", "relay").withLinks(links).withTask("relay"));
        return folder;
    }

    static RunSettings settings(RunMode mode, @Nullable String links, Control control) {
        return new RunSettings(
                mode, links, null, null, control, null, null, null, null, null, 100, 0);
    }

    RunSpec.Evaluate evaluate(int limit, RunSettings settings) {
        return new RunSpec.Evaluate(FOLDER, null, null, limit, settings);
    }

    /** Runs a job to its end; gives all its events. */
    List<RunEvent> run(RunSpec spec) throws InterruptedException {
        List<RunEvent> events = Collections.synchronizedList(new ArrayList<>());
        JobHandle handle = runner.submit(spec, events::add);
        handle.await();
        return List.copyOf(events);
    }

    /** Runs a job that must succeed; gives its summary. */
    Map<String, Object> summary(RunSpec spec) throws InterruptedException {
        return switch (run(spec).getLast()) {
            case RunEvent.Done done when !done.cancelled() -> done.summary();
            case RunEvent other -> throw new AssertionError(other.toString());
        };
    }

    @Override
    public void close() {
        runner.close();
    }
}
