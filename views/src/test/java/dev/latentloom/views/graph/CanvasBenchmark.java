package dev.latentloom.views.graph;

import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.latentloom.engine.graph.Agent;
import dev.latentloom.engine.graph.AgentGraph;
import dev.latentloom.engine.graph.Edge;
import dev.latentloom.views.RequiresFonts;
import dev.latentloom.views.graph.document.Draft;
import dev.latentloom.views.graph.document.GraphDocument;
import dev.latentloom.views.graph.document.GraphLayout;
import dev.latentloom.views.graph.document.Spot;
import dev.latentloom.views.graph.document.Teams;

import javafx.geometry.Point2D;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The work of one step of dragging one node: processor time of the FX thread (event, CSS, layout,
 * copying to the render graph) plus that of the render thread, from sending the mouse event until
 * both have nothing left to do. Processor time, so that other processes do not count.
 */
@RequiresFonts
class CanvasBenchmark {
    private static final int COLUMNS = 20;
    private static final int WARM = 150;
    private static final int STEPS = 300;
    private static final int TWO_PULSES = 40;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    /** Milliseconds of processor time. */
    private record Work(double window, double render) {
        Work since(Work before) {
            return new Work(window - before.window, render - before.render);
        }

        double sum() {
            return window + render;
        }
    }

    @ParameterizedTest
    @CsvSource({"200, true", "200, false", "500, true", "500, false"})
    void draggingOneNode(int agents, boolean all) throws Exception {
        try (BuildStage stage = BuildStage.open(team(agents), Teams.MODELS, false)) {
            if (!all) {
                BuildStage.fx(
                        () -> {
                            stage.view.canvas().requestFocus();
                            return true;
                        });
                stage.held = Set.of(KeyCode.CONTROL);
                stage.key(KeyCode.DIGIT0);
                stage.held = Set.of();
            }
            String id = "a" + (COLUMNS * (agents / COLUMNS / 2) + COLUMNS / 2);
            Spot spot = stage.model.draft().layout().at(id);
            Point2D start = stage.at(spot.x() + 100, spot.y() + 14);
            stage.press(start, MouseButton.PRIMARY);
            List<Work> steps = new ArrayList<>();
            for (int i = -WARM; i < STEPS; i++) {
                double angle = i * 0.2;
                Point2D to = start.add(60 * Math.cos(angle), 60 * Math.sin(angle));
                Work before = work();
                stage.move(to, MouseButton.PRIMARY);
                Thread.sleep(TWO_PULSES); // measured are the threads' own clocks, not this wait
                if (i >= 0) {
                    steps.add(work().since(before));
                }
            }
            stage.release(start.add(60, 60), MouseButton.PRIMARY);
            stage.settle();
            assertNotEquals(spot, stage.model.draft().layout().at(id));
            assertTrue(steps.stream().allMatch(step -> step.window() > 0));
            report(agents, all, steps);
        }
    }

    private static void report(int agents, boolean all, List<Work> steps) {
        System.out.printf(
                Locale.ROOT,
                "BENCHMARK drag one of %d agents, %s: work per step p50 %.2f ms, p95 %.2f ms"
                        + " (FX thread p95 %.2f, render thread p95 %.2f)%n",
                agents,
                all ? "all in view" : "at 100 %",
                quantile(steps.stream().mapToDouble(Work::sum).toArray(), 0.5),
                quantile(steps.stream().mapToDouble(Work::sum).toArray(), 0.95),
                quantile(steps.stream().mapToDouble(Work::window).toArray(), 0.95),
                quantile(steps.stream().mapToDouble(Work::render).toArray(), 0.95));
    }

    private static double quantile(double[] values, double part) {
        Arrays.sort(values);
        return values[(int) Math.min(values.length - 1, Math.floor(part * values.length))];
    }

    private static Work work() {
        double window = 0;
        double render = 0;
        for (Map.Entry<Thread, StackTraceElement[]> entry : Thread.getAllStackTraces().entrySet()) {
            Thread thread = entry.getKey();
            double millis = THREADS.getThreadCpuTime(thread.threadId()) / 1e6;
            if (thread.getName().startsWith("QuantumRenderer")) {
                render += millis;
            } else if (thread.getName().equals("JavaFX Application Thread")) {
                window += millis;
            }
        }
        return new Work(window, render);
    }

    /** Agents in rows of twenty; each hears the one at its left and the one above it. */
    private static Draft team(int count) {
        List<Agent> agents = new ArrayList<>();
        List<Edge> edges = new ArrayList<>();
        Map<String, Spot> spots = new HashMap<>();
        for (int i = 0; i < count; i++) {
            String id = "a" + i;
            String model = i % 2 == 0 ? "models/planner" : "models/critic";
            agents.add(Teams.agent(id, "Agent " + i, model, "left", "above"));
            spots.put(id, new Spot(i % COLUMNS * 320, i / COLUMNS * 180));
            if (i % COLUMNS > 0) {
                edges.add(new Edge("l" + i, "a" + (i - 1), id, "left", "outer_ln_res"));
            }
            if (i >= COLUMNS) {
                edges.add(new Edge("u" + i, "a" + (i - COLUMNS), id, "above", "outer_ln_res"));
            }
        }
        spots.put(GraphDocument.QUESTION, new Spot(-260, 0));
        spots.put(GraphDocument.ANSWER, new Spot(COLUMNS * 320, 0));
        AgentGraph graph =
                new AgentGraph("large", "free-form", agents, edges, "a" + (count - 1), 1);
        return new Draft(GraphDocument.of(graph), new GraphLayout(spots));
    }
}
