package dev.latentloom.engine.train;

import dev.latentloom.engine.graph.Agent;
import dev.latentloom.engine.graph.AgentGraph;
import dev.latentloom.engine.job.RunEvent;
import dev.latentloom.engine.job.RunJson;
import dev.latentloom.engine.job.RunSpec;
import dev.latentloom.engine.job.WorkbenchException;
import dev.latentloom.engine.project.Project;
import dev.latentloom.engine.project.ProjectStore;
import dev.latentloom.engine.run.EngineSetup;
import dev.latentloom.engine.run.LocalJobRunner;
import dev.latentloom.engine.run.StoredProjects;
import dev.latentloom.engine.task.RelayTask;
import dev.latentloom.engine.task.Split;
import dev.latentloom.engine.tensor.DType;
import dev.latentloom.engine.tensor.DeviceChoice;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Short trainings of the bundled relay sample, whose runs go to a folder of the test. */
final class TrainRelay implements AutoCloseable {
    static final Path FOLDER = Path.of("..", "sample-projects", "relay").toAbsolutePath();

    final Path own;
    final LocalJobRunner runner;

    TrainRelay(Path data) {
        own = data.resolve("projects").resolve("relay");
        Path natives = Path.of(System.getProperty("user.home"), ".cache", "latentloom", "natives");
        Path runs = data.resolve("runs");
        runner =
                new LocalJobRunner(
                        new EngineSetup(DeviceChoice.CPU, DType.F32, 1L << 30, natives, runs),
                        new StoredProjects(FOLDER.resolveSibling(""), data),
                        new TrainJob());
    }

    /** A project of one's own on the sample's models. */
    static Path project(Path folder) throws WorkbenchException {
        AgentGraph graph = new ProjectStore(FOLDER).graph("relay");
        List<Agent> agents = new ArrayList<>();
        for (Agent agent : graph.agents()) {
            String model = FOLDER.resolve("models").resolve(agent.id()).toString();
            agents.add(agent.withModel(model));
        }
        ProjectStore store = new ProjectStore(folder);
        store.saveGraph(
                new AgentGraph(
                        graph.name(),
                        graph.pattern(),
                        agents,
                        graph.edges(),
                        graph.answering(),
                        graph.rounds()));
        store.save(Project.of("Own", "relay").withTask("relay"));
        return folder;
    }

    /** A training that takes seconds, with further changes of its recipe. */
    static RunSpec.Train spec(Path project, Map<String, String> changes) {
        Map<String, String> all =
                new TreeMap<>(Map.of("iterations", "4", "batch", "4", "steps", "2", "rounds", "1"));
        all.putAll(changes);
        return new RunSpec.Train(
                project, null, "on-policy", null, null, null, null, false, all, 7L);
    }

    /** A file with questions of the task of which only a few judge, so that this takes no time. */
    static Path fewQuestions(Path folder) throws IOException {
        Path file = folder.resolve("few.jsonl");
        List<String> lines =
                new RelayTask().questions(Split.TRAIN, 20, 0).stream().map(RunJson::line).toList();
        Files.write(file, lines);
        return file;
    }

    static RunSpec.Train with(
            RunSpec.Train spec, @Nullable Path data, @Nullable String from, boolean use) {
        return new RunSpec.Train(
                spec.project(),
                spec.graph(),
                spec.recipe(),
                spec.stage(),
                data,
                from,
                spec.resume(),
                use,
                spec.changes(),
                spec.seed());
    }

    /** Goes on with a run as it was begun, but for these changes of its recipe. */
    static RunSpec.Train resumed(Path project, String run, Map<String, String> changes) {
        return new RunSpec.Train(
                project, null, "on-policy", null, null, null, run, false, changes, null);
    }

    /** Runs a job to its end; gives all its events. */
    List<RunEvent> run(RunSpec spec) throws InterruptedException {
        List<RunEvent> events = Collections.synchronizedList(new ArrayList<>());
        runner.submit(spec, events::add).await();
        return List.copyOf(events);
    }

    /** Runs a job that must succeed; gives its summary. */
    Map<String, Object> summary(RunSpec spec) throws InterruptedException {
        return switch (run(spec).getLast()) {
            case RunEvent.Done done when !done.cancelled() -> done.summary();
            case RunEvent other -> throw new AssertionError(other.toString());
        };
    }

    /** Key of the message with which a job must fail. */
    String failure(RunSpec spec) throws InterruptedException {
        return switch (run(spec).getLast()) {
            case RunEvent.Failed failed -> failed.key();
            case RunEvent other -> throw new AssertionError(other.toString());
        };
    }

    @Override
    public void close() {
        runner.close();
    }

    /** A short training on few questions, written below the folder. */
    static RunSpec.Train onFewQuestions(Path data, Map<String, String> changes) throws Exception {
        return with(spec(FOLDER, changes), fewQuestions(data), null, false);
    }
}
