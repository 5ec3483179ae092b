package dev.latentloom.engine.train;

/**
 * What a link training came to.
 *
 * @param steps iterations done in all, those before a resumption included
 * @param loss mean over the links of their last losses
 * @param accuracy of the links that were kept, on the validation items; a fraction
 * @param early whether it ended before its last iteration, because nothing got better
 */
public record TrainSummary(int steps, double loss, double accuracy, boolean early) {}
