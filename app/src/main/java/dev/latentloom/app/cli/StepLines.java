package dev.latentloom.app.cli;

import dev.latentloom.engine.job.RunEvent;

import java.util.LinkedHashMap;
import java.util.Map;

/** A training's figures, one line a step: all of them as JSON, loss and accuracy as text. */
final class StepLines {
    private static final String ACCURACY = "accuracy";
    private static final String LOSS = "loss";
    private static final long OFTEN = 1_000_000_000L; // ns between two lines of text

    private final Console console;
    private final Map<String, Object> figures = new LinkedHashMap<>();
    private long step;
    private long shown;

    StepLines(Console console) {
        this.console = console;
    }

    /** Takes a figure; those of step 0 stand in the summary. */
    void add(RunEvent.MetricPoint point) {
        if (point.step() != step) {
            flush();
            step = point.step();
        }
        if (step > 0) {
            boolean validation = point.metric().startsWith(ACCURACY + "/");
            figures.put(validation ? ACCURACY : point.metric(), point.value());
        }
    }

    /** Prints the step's line, if there is one. */
    void flush() {
        if (console.json() && !figures.isEmpty()) {
            Map<String, Object> line = new LinkedHashMap<>();
            line.put("kind", "progress");
            line.put("step", step);
            line.putAll(figures);
            console.object(line);
        } else if (figures.get(LOSS) instanceof Double loss) {
            tell(loss);
        }
        figures.clear();
    }

    private void tell(double loss) {
        long now = System.nanoTime();
        Object accuracy = figures.get(ACCURACY);
        if (accuracy == null && now - shown < OFTEN) {
            return;
        }
        shown = now;
        String judged = accuracy == null ? "" : "  accuracy " + Console.figure(accuracy);
        console.note("step " + step + "  loss " + Console.figure(loss) + judged);
    }
}
