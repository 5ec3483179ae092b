package dev.latentloom.views.run;

import dev.latentloom.engine.job.RunEvent;
import dev.latentloom.engine.stats.Proportion;

import java.util.List;

/**
 * Accuracy at one m and n over the seeds that were measured.
 *
 * @param steps latent steps m
 * @param accuracy mean over the seeds, as a fraction
 * @param low lower end of its interval
 * @param high upper end of its interval
 * @param items items a seed
 * @param seeds seeds measured so far
 */
public record AblationPoint(
        int steps, double accuracy, double low, double high, int items, int seeds) {
    /**
     * Takes cells of one m and n together. Every seed answers the same items, so the interval is
     * Wilson's for that many items, not for items times seeds.
     */
    static AblationPoint of(List<RunEvent.Cell> cells) {
        RunEvent.Cell any = cells.getFirst();
        int items = cells.stream().mapToInt(RunEvent.Cell::n).min().orElseThrow();
        double mean = cells.stream().mapToDouble(RunEvent.Cell::accuracy).average().orElseThrow();
        Proportion interval = Proportion.wilson(mean, items);
        return new AblationPoint(
                any.steps(), mean, interval.low(), interval.high(), items, cells.size());
    }
}
