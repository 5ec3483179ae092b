package dev.latentloom.engine.benchmark;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.latentloom.engine.job.JobMonitor;
import dev.latentloom.engine.job.WorkbenchException;
import dev.latentloom.engine.link.LinkDesign;
import dev.latentloom.engine.link.LinkShape;
import dev.latentloom.engine.link.TrainableLink;
import dev.latentloom.engine.lm.CausalLm;
import dev.latentloom.engine.lm.KvCache;
import dev.latentloom.engine.lm.RandomCheckpoint;
import dev.latentloom.engine.tensor.DType;
import dev.latentloom.engine.tensor.DeviceChoice;
import dev.latentloom.engine.tensor.Scope;
import dev.latentloom.engine.tensor.Tensor;
import dev.latentloom.engine.tensor.TensorKernels;
import dev.latentloom.engine.tensor.TestEngine;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;

/** What the process holds: weights are mapped, and steps leave nothing. */
@ExtendWith(TestEngine.class)
class MemoryBenchmark {
    @TempDir Path folder;

    /** In a process of its own: what writing the files left behind must not count. */
    @Test
    void growthOverALoadAndOneWholePass()
            throws WorkbenchException, IOException, InterruptedException {
        RandomCheckpoint.write(folder, Shapes.HALF_BILLION, 1, JobMonitor.NONE);
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Process probe =
                new ProcessBuilder(
                                java,
                                "--enable-native-access=ALL-UNNAMED",
                                "--sun-misc-unsafe-memory-access=allow",
                                "-cp",
                                System.getProperty("java.class.path"),
                                LoadProbe.class.getName(),
                                folder.toString())
                        .inheritIO()
                        .start();
        assertEquals(0, probe.waitFor());
    }

    @Test
    void twentyThousandLatentSteps() throws WorkbenchException, IOException {
        RandomCheckpoint.write(folder, Shapes.TINY, 1, JobMonitor.NONE);
        try (CausalLm lm = CausalLm.load(folder, DeviceChoice.CPU, DType.F32, JobMonitor.NONE);
                Scope scope = Scope.open()) {
            int width = lm.config().hidden();
            LinkShape shape = LinkShape.of(LinkDesign.INNER_LN_RES, width, width);
            TrainableLink link = TrainableLink.create(shape, 0.02, 3, DeviceChoice.CPU, scope);
            long live = 0;
            long resident = 0;
            for (int rollout = 0; rollout < 250; rollout++) { // 80 steps each
                if (rollout == 25) { // after the first 2,000, when all that grows once has grown
                    System.gc();
                    live = Scope.liveInProcess();
                    resident = Figures.resident();
                }
                rollout(lm, link, 80);
            }
            System.gc();
            Figures.print(
                    "20,000 latent steps: tensors alive %+d, memory %+.2f MB after the first 2,000"
                            .formatted(
                                    Scope.liveInProcess() - live,
                                    (Figures.resident() - resident) * 1e-6));
        }
    }

    private static void rollout(CausalLm lm, TrainableLink link, int steps) {
        try (Scope run = Scope.open();
                KvCache cache = lm.newCache(1, run)) {
            Tensor input = lm.embed(run.longs(new long[] {1, 2, 3}, 1, 3), run);
            for (int i = 0; i < steps; i++) {
                try (Scope step = run.child()) {
                    input = run.adopt(link.forward(lm.lastHidden(input, cache, step), step));
                }
            }
            TensorKernels.floats(input);
        }
    }
}
