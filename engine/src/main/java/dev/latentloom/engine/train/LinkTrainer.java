package dev.latentloom.engine.train;

import dev.latentloom.engine.job.JobMonitor;
import dev.latentloom.engine.job.WorkbenchException;
import dev.latentloom.engine.question.Question;

import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/** How links learn from one batch of questions; everything that varies between recipes. */
interface LinkTrainer {
    /**
     * Walks a batch and changes the links.
     *
     * @param rate learning rate
     * @param random of this step alone, so that a resumed training draws the same
     * @return losses and gradient norms by metric name
     */
    Map<String, Double> step(
            List<Question> questions, double rate, RandomGenerator random, JobMonitor monitor)
            throws WorkbenchException;

    /** Its optimisers in a fixed order, for checkpoints. */
    List<AdamW> optimizers();
}
