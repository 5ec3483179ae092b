package dev.latentloom.engine.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.latentloom.engine.job.Control;
import dev.latentloom.engine.job.RunEvent;
import dev.latentloom.engine.job.RunMode;
import dev.latentloom.engine.job.RunSettings;
import dev.latentloom.engine.project.RunFolder;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

final class WireControlTest {
    private static final List<String> WIRES =
            List.of("planner-critic", "critic-solver", "solver-planner");

    @TempDir private static Path data;
    @AutoClose private static RelaySample sample;

    @BeforeAll
    static void open() {
        sample = new RelaySample(data);
    }

    private static RunSettings settings(Control all, Map<String, Control> wires) {
        return RelaySample.settings(RunMode.LATENT, "soft-token", all).withWires(wires);
    }

    private static List<String> answers(RunSettings settings) throws InterruptedException {
        return sample.run(sample.evaluate(30, settings)).stream()
                .filter(RunEvent.ItemResult.class::isInstance)
                .map(event -> ((RunEvent.ItemResult) event).answer())
                .toList();
    }

    @Test
    void everyWireZeroedIsTheWholeRunZeroed() throws InterruptedException {
        Map<String, Control> each =
                Map.of(
                        WIRES.get(0), Control.ZERO,
                        WIRES.get(1), Control.ZERO,
                        WIRES.get(2), Control.ZERO);
        assertEquals(
                answers(settings(Control.ZERO, Map.of())), answers(settings(Control.NONE, each)));
    }

    @Test
    void oneWireAloneBreaksAnswersAndIsLetThroughAgain() throws InterruptedException {
        List<String> whole = answers(settings(Control.NONE, Map.of()));
        for (Control control : List.of(Control.ZERO, Control.SHUFFLE)) {
            assertNotEquals(
                    whole,
                    answers(settings(Control.NONE, Map.of(WIRES.getFirst(), control))),
                    control.name());
        }
        Map<String, Control> none =
                Map.of(
                        WIRES.get(0), Control.NONE,
                        WIRES.get(1), Control.NONE,
                        WIRES.get(2), Control.NONE);
        assertEquals(whole, answers(settings(Control.SHUFFLE, none)));
    }

    @Test
    void theRunSaysWhichWireWasSpoiled() throws Exception {
        RunSettings one = settings(Control.NONE, Map.of("critic-solver", Control.SNAP));
        List<RunEvent> events = sample.run(sample.evaluate(2, one));
        var started =
                assertInstanceOf(
                        RunEvent.Started.class,
                        events.stream()
                                .filter(RunEvent.Started.class::isInstance)
                                .findFirst()
                                .orElseThrow());
        var run = RunFolder.readRun(Path.of(started.folder()));
        assertEquals(
                "snap",
                run.path("spec").path("settings").path("wires").path("critic-solver").asText());
        assertEquals(
                "snap",
                run.path("choices").path("controls").path("wires").path("critic-solver").asText());
    }

    @Test
    void anUnknownWireAndOneWithoutStepsAreRefused() throws InterruptedException {
        var unknown =
                assertInstanceOf(
                        RunEvent.Failed.class,
                        sample.run(
                                        sample.evaluate(
                                                2,
                                                settings(
                                                        Control.NONE,
                                                        Map.of("planner", Control.ZERO))))
                                .getLast());
        assertEquals("run.unknownWire", unknown.key());
        var stepless = Map.of("critic-solver", Control.M0);
        var refused =
                assertInstanceOf(
                        RunEvent.Failed.class,
                        sample.run(sample.evaluate(2, settings(Control.NONE, stepless))).getLast());
        assertEquals("run.wireWithoutSteps", refused.key());
    }
}
