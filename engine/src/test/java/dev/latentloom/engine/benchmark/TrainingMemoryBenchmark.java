package dev.latentloom.engine.benchmark;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.latentloom.engine.job.RunEvent;
import dev.latentloom.engine.job.RunSpec;
import dev.latentloom.engine.run.EngineSetup;
import dev.latentloom.engine.run.LocalJobRunner;
import dev.latentloom.engine.run.StoredProjects;
import dev.latentloom.engine.tensor.DType;
import dev.latentloom.engine.tensor.DeviceChoice;
import dev.latentloom.engine.tensor.Scope;
import dev.latentloom.engine.train.TrainJob;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What the process holds over a long training of the relay sample's links. */
class TrainingMemoryBenchmark {
    private static final Path SAMPLES = Path.of("..", "sample-projects").toAbsolutePath();
    private static final Map<String, String> SMALL =
            Map.of("batch", "2", "steps", "8", "rounds", "3");

    @TempDir Path data;

    @Test
    void onPolicy() throws InterruptedException {
        measure("on-policy", null, 2500, "10,000 on-policy AdamW steps (2,500 iterations)");
    }

    @Test
    void unrolled() throws InterruptedException {
        measure("unrolled", "outer", 1000, "1,000 unrolled steps (3 rounds of 3 agents)");
    }

    /** Held after a step. */
    private record Held(long step, int tensors, long resident) {}

    private void measure(String recipe, @Nullable String stage, int iterations, String what)
            throws InterruptedException {
        Map<String, String> changes = new TreeMap<>(SMALL);
        changes.put("iterations", Integer.toString(iterations));
        changes.put("validateEvery", Integer.toString(iterations));
        changes.put("checkpointEvery", Integer.toString(iterations / 10));
        RunSpec spec =
                new RunSpec.Train(
                        SAMPLES.resolve("relay"),
                        null,
                        recipe,
                        stage,
                        null,
                        null,
                        null,
                        false,
                        changes,
                        1L);
        List<Held> held = new ArrayList<>();
        List<RunEvent> last = new ArrayList<>();
        try (LocalJobRunner runner = runner()) {
            runner.submit(
                            spec,
                            event -> {
                                last.clear();
                                last.add(event);
                                if (event instanceof RunEvent.Progress progress
                                        && progress.done() * 10 % iterations == 0) {
                                    held.add(now(progress.done()));
                                }
                            })
                    .await();
        }
        assertInstanceOf(RunEvent.Done.class, last.getFirst());
        tell(what, held);
    }

    /** Compares with the state after a tenth of the steps, when all that grows once has grown. */
    private static void tell(String what, List<Held> held) {
        Held early = held.stream().filter(at -> at.step() > 0).findFirst().orElseThrow();
        Held late = held.getLast();
        Figures.print(
                "%s: tensors alive %+d, memory %+.1f MB (%+.1f %%) from step %d to step %d"
                        .formatted(
                                what,
                                late.tensors() - early.tensors(),
                                (late.resident() - early.resident()) * 1e-6,
                                100.0 * late.resident() / early.resident() - 100,
                                early.step(),
                                late.step()));
    }

    private static Held now(long step) {
        System.gc();
        try {
            return new Held(step, (int) Scope.liveInProcess(), Figures.resident());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private LocalJobRunner runner() {
        Path natives = Path.of(System.getProperty("user.home"), ".cache", "latentloom", "natives");
        return new LocalJobRunner(
                new EngineSetup(
                        DeviceChoice.CPU, DType.F32, 1L << 30, natives, data.resolve("runs")),
                new StoredProjects(SAMPLES, data),
                new TrainJob());
    }
}
