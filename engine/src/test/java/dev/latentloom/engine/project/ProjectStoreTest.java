package dev.latentloom.engine.project;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.latentloom.engine.graph.Agent;
import dev.latentloom.engine.graph.AgentGraph;
import dev.latentloom.engine.graph.CollaborationPattern;
import dev.latentloom.engine.graph.Sampling;
import dev.latentloom.engine.job.WorkbenchException;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

class ProjectStoreTest {
    @TempDir Path folder;
    private ProjectStore store = new ProjectStore(Path.of("."));
    private final AgentGraph graph = CollaborationPattern.SEQUENTIAL.graph("main");

    @BeforeEach
    void makeStore() {
        store = new ProjectStore(folder);
    }

    @Test
    void whatIsSavedComesBack() throws Exception {
        Project project =
                new Project(1, "Relay", "main", 2, Map.of("solver", 6), "set-1", 7, "relay");
        store.save(project);
        store.saveGraph(graph);
        Layout layout = new Layout(Map.of("planner", new Layout.Place(1.5, -2)));
        store.saveLayout("main", layout);
        assertTrue(ProjectStore.isProject(folder));
        assertEquals(project, store.load());
        assertEquals(graph, store.graph("main"));
        assertEquals(Optional.of(layout), store.layout("main"));
        assertEquals(Optional.empty(), store.layout("other"));
        assertEquals(List.of("main"), store.graphs());
        assertFalse(Files.readString(folder.resolve("graphs/main.json")).contains("\"x\""));
    }

    @Test
    void onlyAnAgentWithSamplingOfItsOwnSaysSoInItsFile() throws Exception {
        store.saveGraph(graph);
        Path file = folder.resolve("graphs/main.json");
        assertFalse(Files.readString(file).contains("sampling"));
        Agent plain = graph.agents().getFirst();
        Agent warm = plain.withSampling(new Sampling(0.7, null, 11L));
        AgentGraph drawn = withFirst(warm);
        store.saveGraph(drawn);
        store.save(new Project(1, "p", "main", null, Map.of(plain.id(), 9), null, 0, null));
        assertEquals(drawn, store.graph("main"));
        assertEquals(warm.sampling(), store.effectiveGraph(null).agents().getFirst().sampling());
        assertFalse(Files.readString(file).contains("topP"));
        assertEquals(plain, plain.withSampling(Sampling.AS_THE_RUN));
    }

    @Test
    void onlyAnAgentWithADeviceOfItsOwnSaysSoInItsFile() throws Exception {
        store.saveGraph(graph);
        Path file = folder.resolve("graphs/main.json");
        String before = Files.readString(file);
        assertFalse(before.contains("device"));
        Agent plain = graph.agents().getFirst();
        store.saveGraph(withFirst(plain.withDevice("cuda:1")));
        store.save(new Project(1, "p", "main", null, Map.of(plain.id(), 9), null, 0, null));
        assertEquals("cuda:1", store.graph("main").agents().getFirst().device());
        assertEquals("cuda:1", store.effectiveGraph(null).agents().getFirst().device());
        assertEquals(1, Files.readString(file).split("device", -1).length - 1);
        store.saveGraph(withFirst(store.graph("main").agents().getFirst().withDevice(null)));
        assertEquals(before, Files.readString(file));
    }

    private AgentGraph withFirst(Agent first) {
        List<Agent> agents = new ArrayList<>(graph.agents());
        agents.set(0, first);
        return new AgentGraph(
                "main", graph.pattern(), agents, graph.edges(), graph.answering(), graph.rounds());
    }

    @Test
    void effectiveGraphHoldsTheProjectsRoundsAndSteps() throws Exception {
        store.saveGraph(graph);
        store.save(new Project(1, "p", "main", 5, Map.of("critic", 9), null, 0, null));
        AgentGraph effective = store.effectiveGraph(null);
        assertEquals(5, effective.rounds());
        assertEquals(9, effective.agents().get(1).steps());
        assertEquals(graph.agents().getFirst(), effective.agents().getFirst());
    }

    @Test
    void equalProjectsAreEqualBytesAndTheVersionBeforeIsKept() throws Exception {
        Path file = folder.resolve("project.json");
        store.save(Project.of("one", "main"));
        String first = Files.readString(file);
        store.save(Project.of("one", "main"));
        assertFalse(Files.exists(folder.resolve("project.json.previous")));
        store.save(Project.of("two", "main"));
        assertEquals(first, Files.readString(folder.resolve("project.json.previous")));
        store.save(Project.of("one", "main"));
        assertEquals(first, Files.readString(file));
    }

    @Test
    void handWrittenProjectsMayLeaveThingsOut() throws Exception {
        write("{\"version\":1,\"name\":\"p\",\"graph\":\"g\"}");
        assertEquals(Project.of("p", "g"), store.load());
    }

    @Test
    void badProjectsAreRefusedWithTheReason() throws IOException {
        assertKey("project.missing", () -> store.load());
        write("{\"version\":99,\"name\":\"p\",\"graph\":\"g\"}");
        assertKey("project.newer", () -> store.load());
        write("{\"version\":1,\n\"name\":");
        assertKey("project.badJson", () -> store.load());
        write("{\"version\":1}");
        assertKey("project.incomplete", () -> store.load());
        assertKey("project.noGraph", () -> store.graph("none"));
        assertKey("project.badName", () -> store.graph("../secret"));
    }

    private void write(String json) throws IOException {
        Files.writeString(folder.resolve("project.json"), json);
    }

    private static void assertKey(String key, Executable act) {
        assertEquals(key, assertThrows(WorkbenchException.class, act).key());
    }
}
