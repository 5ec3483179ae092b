package dev.latentloom.engine.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.latentloom.engine.graph.Agent;
import dev.latentloom.engine.graph.AgentGraph;
import dev.latentloom.engine.job.Control;
import dev.latentloom.engine.job.JobMonitor;
import dev.latentloom.engine.job.RunMode;
import dev.latentloom.engine.job.WorkbenchException;
import dev.latentloom.engine.link.LinkDesign;
import dev.latentloom.engine.link.LinkFolder;
import dev.latentloom.engine.link.LinkKey;
import dev.latentloom.engine.link.LinkSet;
import dev.latentloom.engine.link.LinkShape;
import dev.latentloom.engine.link.RecursiveLink;
import dev.latentloom.engine.link.TrainableLink;
import dev.latentloom.engine.lm.LmPool;
import dev.latentloom.engine.tensor.DType;
import dev.latentloom.engine.tensor.DeviceChoice;
import dev.latentloom.engine.tensor.KernelException;
import dev.latentloom.engine.tensor.Scope;
import dev.latentloom.engine.tensor.Shape;
import dev.latentloom.engine.tensor.Tensor;
import dev.latentloom.engine.tensor.TensorKernels;
import dev.latentloom.engine.tensor.TestEngine;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/** Agents on devices of their own; libtorch's meta device, without values, is the other one. */
@ExtendWith(TestEngine.class)
class TeamDevicesTest {
    @AutoClose private static TestTeam made;

    @BeforeAll
    static void make(@TempDir Path folder) throws WorkbenchException, InterruptedException {
        made = new TestTeam(folder);
    }

    /** The relay with one model in all roles, and a device for each agent. */
    private static AgentGraph graph(@Nullable String planner, @Nullable String others) {
        AgentGraph graph = TestTeam.TASK.graph();
        List<Agent> agents =
                graph.agents().stream()
                        .map(agent -> agent.withModel("models/solver"))
                        .map(
                                agent ->
                                        agent.withDevice(
                                                agent.id().equals("planner") ? planner : others))
                        .toList();
        return new AgentGraph(
                graph.name(), graph.pattern(), agents, graph.edges(), graph.answering(), 2);
    }

    private static Team load(AgentGraph graph, LmPool pool) throws WorkbenchException {
        return Team.load(
                graph,
                agent -> made.folder.resolve(String.valueOf(agent.model())),
                pool,
                Clock.systemUTC(),
                JobMonitor.NONE);
    }

    /** The planner on the engine's device, meta; the others on the processor. */
    private static Team apart(LmPool pool) throws WorkbenchException {
        return load(graph(null, "cpu"), pool);
    }

    private static LmPool meta() {
        return new LmPool(DeviceChoice.META, DType.BF16, 1L << 30);
    }

    private static String into(String receiver) {
        return TestTeam.TASK.graph().into(receiver).getFirst().id();
    }

    @Test
    void theEnginesDeviceAndTheSameByNameShareOneSetOfWeights() throws WorkbenchException {
        try (Team team = load(graph(null, "cpu"), made.pool)) {
            assertSame(team.mate("planner").lm(), team.mate("critic").lm());
            assertEquals(1, made.pool.ledger().size());
            assertEquals(3, made.pool.ledger().getFirst().users());
        }
    }

    @Test
    void aDeviceThatIsNotThereIsSaidBeforeAnythingIsLoaded() {
        for (String absent : List.of("cuda:99", "tpu")) {
            try (LmPool pool = new LmPool(DeviceChoice.CPU, DType.F32, 1L << 30)) {
                WorkbenchException said =
                        assertThrows(
                                WorkbenchException.class, () -> load(graph("cpu", absent), pool));
                assertEquals("device.ofAgent", said.key());
                assertEquals(List.of("Critic", absent), said.arguments().subList(0, 2));
                assertEquals(List.of(), pool.ledger());
            }
        }
    }

    @Test
    void linksStandBesideTheAgentThatReadsWhatTheyGive() throws WorkbenchException {
        try (LmPool pool = meta();
                Team team = apart(pool)) {
            assertEquals(2, pool.ledger().size());
            assertEquals(DeviceChoice.META, team.device(LinkKey.inner("planner")));
            assertEquals(DeviceChoice.CPU, team.device(LinkKey.inner("solver")));
            assertEquals(DeviceChoice.CPU, team.device(LinkKey.outer(into("critic"))));
            assertEquals(DeviceChoice.META, team.device(LinkKey.outer(into("planner"))));
            assertEquals(DeviceChoice.META, team.device(LinkKey.outer("of another graph")));
        }
    }

    @Test
    void whatAnEdgeBringsIsOnTheReceiversDevice(@TempDir Path folder) throws WorkbenchException {
        try (LmPool pool = meta();
                Team team = apart(pool);
                Scope scope = Scope.open()) {
            int width = team.mate("solver").lm().config().hidden();
            LinkShape plain = LinkShape.of(LinkDesign.OUTER, width, width);
            Map<String, RecursiveLink> outer =
                    Map.of(
                            into("planner"),
                            TrainableLink.create(plain, 1, 3, DeviceChoice.CPU, scope));
            LinkFolder stored = new LinkFolder(folder.resolve("set"));
            stored.write(new LinkSet("set", Map.of(), outer), Map.of());
            LinkSet links = stored.load(team::device, scope);
            Shape shape = Shape.of(1, 2, width);
            Tensor here = TensorKernels.zeros(shape, DeviceChoice.CPU, DType.BF16, scope);
            Tensor there = TensorKernels.zeros(shape, DeviceChoice.META, DType.BF16, scope);
            Tensor sent = links.outer(into("planner"), width, width).forward(here, scope);
            assertEquals(shape, TensorKernels.add(sent, there, scope).shape());
            assertThrows(KernelException.class, () -> TensorKernels.add(sent, here, scope));
        }
    }

    @Test
    void latentMasNeedsOneDevice() throws WorkbenchException {
        RunChoices choices = TestTeam.choices(RunMode.LATENT_MAS, Control.NONE, 1, 0);
        try (LmPool pool = meta();
                Team team = apart(pool)) {
            WorkbenchException said =
                    assertThrows(
                            WorkbenchException.class,
                            () -> new LatentMasRunner(team, choices, AnswerCheck.STANDARD));
            assertEquals("run.latentMasDevices", said.key());
            assertEquals(List.of("planner", "meta", "critic", "cpu"), said.arguments());
        }
    }
}
