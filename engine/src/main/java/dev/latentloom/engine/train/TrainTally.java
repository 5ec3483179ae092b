package dev.latentloom.engine.train;

import dev.latentloom.engine.job.JobMonitor;
import dev.latentloom.engine.job.RunEvent;
import dev.latentloom.engine.stats.Proportion;

import java.util.LinkedHashMap;
import java.util.Map;

/** Passes a training's story on and knows at any time what it comes to. */
final class TrainTally implements JobMonitor {
    private final String run;
    private final int items;
    private final JobMonitor monitor;
    private final double before;
    private final long start;
    private long steps;
    private double loss = Double.NaN;
    private boolean early;
    private double accuracy = Double.NaN; // the best so far, whose links are kept

    /**
     * @param run id of the run
     * @param items number of validation items
     * @param before seconds of earlier parts of the run
     */
    TrainTally(String run, int items, double before, JobMonitor monitor) {
        this.run = run;
        this.items = items;
        this.before = before;
        this.monitor = monitor;
        this.start = monitor.nanoTime();
    }

    @Override
    public void event(RunEvent event) {
        recall(event);
        monitor.event(event);
    }

    /** Takes in what was told before, in an earlier part of the run. */
    void recall(RunEvent event) {
        switch (event) {
            case RunEvent.MetricPoint(String metric, long step, double value) -> {
                if (metric.equals("loss")) {
                    steps = step;
                    loss = value;
                } else if (metric.equals("accuracy/validation")) {
                    accuracy = Double.isNaN(accuracy) ? value : Math.max(accuracy, value);
                }
            }
            default -> {
                // the rest says nothing about what it comes to
            }
        }
    }

    @Override
    public boolean cancelled() {
        return monitor.cancelled();
    }

    @Override
    public void checkCancelled() {
        monitor.checkCancelled(); // where a paused job waits
    }

    @Override
    public long nanoTime() {
        return monitor.nanoTime();
    }

    /** Takes over what only the training itself knows: it may have begun in an earlier process. */
    void ended(TrainSummary done) {
        steps = done.steps();
        loss = Double.isNaN(done.loss()) ? loss : done.loss();
        accuracy = done.accuracy();
        early = done.early();
    }

    /**
     * What commands print: steps done in all, last mean loss, accuracy of the best links with its
     * 95 % Wilson interval, seconds of all parts without pauses. What was not measured is absent.
     */
    Map<String, Object> summary() {
        Map<String, Object> summary = new LinkedHashMap<>();
        summary.put("run", run);
        summary.put("steps", steps);
        if (!Double.isNaN(loss)) {
            summary.put("loss", loss);
        }
        if (!Double.isNaN(accuracy)) {
            Proportion right = Proportion.wilson((int) Math.round(accuracy * items), items);
            summary.put("accuracy", right.share());
            summary.put("low", right.low());
            summary.put("high", right.high());
            summary.put("n", items);
        }
        if (early) {
            summary.put("endedEarly", true);
        }
        summary.put("seconds", before + (monitor.nanoTime() - start) * 1e-9);
        return summary;
    }
}
