package dev.latentloom.engine.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.latentloom.engine.job.CancelledException;
import dev.latentloom.engine.job.JobMonitor;
import dev.latentloom.engine.job.RunEvent;
import dev.latentloom.engine.lm.CausalLm;
import dev.latentloom.engine.task.AgentPlan;
import dev.latentloom.engine.task.RelayTask;
import dev.latentloom.engine.tensor.DType;
import dev.latentloom.engine.tensor.DeviceChoice;
import dev.latentloom.engine.tensor.Shape;
import dev.latentloom.engine.tensor.TestEngine;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Pre-training of tiny agents: it learns, writes what the loader reads, and repeats itself. */
@ExtendWith(TestEngine.class)
class PretrainJobTest {
    private final RelayTask task = new RelayTask();

    /** The task's plans, cut short. */
    private List<AgentPlan> plans(int steps) {
        return task.plans().stream()
                .map(p -> new AgentPlan(p.agent(), p.shape(), steps, 16, p.learningRate()))
                .toList();
    }

    @Test
    void lossFallsAndTheFolderLoads(@TempDir Path out) throws Exception {
        List<Double> losses = new ArrayList<>();
        JobMonitor monitor =
                event -> {
                    if (event instanceof RunEvent.MetricPoint point) {
                        losses.add(point.value());
                    }
                };
        AgentPlan critic = plans(40).get(1);
        PretrainSummary summary = new PretrainJob(task, List.of(critic), out, 1, 1).run(monitor);
        assertEquals(40, summary.steps());
        assertTrue(losses.getLast() < losses.getFirst() - 0.3, losses.toString());
        Path folder = out.resolve("critic");
        try (CausalLm lm = CausalLm.load(folder, DeviceChoice.CPU, DType.F32, JobMonitor.NONE)) {
            assertEquals(Shape.of(task.vocabulary().size(), 96), lm.embeddingTable().shape());
        }
    }

    @Test
    void sameSeedGivesTheSameBytesWhateverElseIsTrained(@TempDir Path out) throws Exception {
        new PretrainJob(task, plans(3), out.resolve("all"), 5, 2).run(JobMonitor.NONE);
        new PretrainJob(task, plans(3).subList(2, 3), out.resolve("one"), 5, 1)
                .run(JobMonitor.NONE);
        new PretrainJob(task, plans(3).subList(2, 3), out.resolve("other"), 6, 1)
                .run(JobMonitor.NONE);
        byte[] expected = Files.readAllBytes(out.resolve("all/solver/model.safetensors"));
        assertArrayEquals(
                expected, Files.readAllBytes(out.resolve("one/solver/model.safetensors")));
        assertFalse(
                Arrays.equals(
                        expected,
                        Files.readAllBytes(out.resolve("other/solver/model.safetensors"))));
    }

    @Test
    void stoppingLeavesNoHalfWrittenModel(@TempDir Path out) {
        JobMonitor stopped =
                new JobMonitor() {
                    @Override
                    public void event(RunEvent event) {}

                    @Override
                    public boolean cancelled() {
                        return true;
                    }
                };
        assertThrows(
                CancelledException.class,
                () -> new PretrainJob(task, plans(50), out, 1, 2).run(stopped));
        assertFalse(Files.exists(out.resolve("planner")));
    }
}
