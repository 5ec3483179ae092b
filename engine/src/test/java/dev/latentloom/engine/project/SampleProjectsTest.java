package dev.latentloom.engine.project;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.latentloom.engine.graph.Agent;
import dev.latentloom.engine.graph.AgentGraph;
import dev.latentloom.engine.graph.GraphCheck;
import dev.latentloom.engine.graph.Severity;
import dev.latentloom.engine.task.MiniatureTasks;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** What holds for every bundled sample. */
class SampleProjectsTest {
    private static final long MOST_BYTES = 6_000_000;

    static List<Path> samples() throws IOException {
        Path here = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(here.resolve("sample-projects"))) {
            here = Objects.requireNonNull(here.getParent(), "no sample-projects above");
        }
        try (Stream<Path> folders = Files.list(here.resolve("sample-projects"))) {
            return folders.filter(Files::isDirectory).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void graphFilesAreWrittenAsTheyWereRead(Path sample, @TempDir Path folder) throws Exception {
        ProjectStore store = new ProjectStore(sample);
        for (String name : store.graphs()) {
            new ProjectStore(folder).saveDrawn(store.drawn(name));
            Path file = Path.of("graphs", name + ".json");
            assertEquals(
                    Files.readString(sample.resolve(file)), Files.readString(folder.resolve(file)));
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void graphIsTheTasksOwnAndAllGraphsRun(Path sample) throws Exception {
        ProjectStore store = new ProjectStore(sample);
        Project project = store.load();
        String about = project.task();
        if (about != null && sample.endsWith(about)) {
            var task = MiniatureTasks.named(about).orElseThrow();
            assertEquals(task.graph(), store.graph(project.graph()));
        }
        for (String name : store.graphs()) {
            AgentGraph graph = store.graph(name);
            assertEquals(name, graph.name());
            assertTrue(
                    GraphCheck.of(graph, true).stream()
                            .allMatch(
                                    problem ->
                                            problem.severity() != Severity.ERROR
                                                    || problem.key().equals("graph.noModel")),
                    name);
            for (Agent agent : graph.agents()) {
                if (agent.model() == null) {
                    continue; // people choose one of theirs
                }
                Path model = sample.resolve(String.valueOf(agent.model()));
                assertTrue(Files.exists(model.resolve("model.safetensors")), model.toString());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void currentLinksAreThere(Path sample) throws Exception {
        ProjectStore store = new ProjectStore(sample);
        String links = String.valueOf(store.load().links());
        assertTrue(
                List.of("soft-token", "realign").contains(links)
                        || store.linkSets().contains(links),
                links);
        assertTrue(Files.exists(sample.resolve("README.md")));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void sampleIsSmall(Path sample) throws IOException {
        long bytes = 0;
        try (Stream<Path> files = Files.walk(sample)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertFalse(file.toString().contains("/runs/"), file.toString());
                bytes += Files.size(file);
            }
        }
        assertTrue(bytes < MOST_BYTES, sample + " has " + bytes + " bytes");
    }
}
