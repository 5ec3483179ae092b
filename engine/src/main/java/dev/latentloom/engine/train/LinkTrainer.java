package dev.latentloom.engine.train;

import dev.latentloom.engine.job.JobMonitor;
import dev.latentloom.engine.job.WorkbenchException;

import java.util.List;
import java.util.Map;

/** How links learn in one stage of a recipe; everything that varies between methods. */
interface LinkTrainer {
    /**
     * Walks a batch and changes the links.
     *
     * @return losses and gradient norms by metric name
     */
    Map<String, Double> step(Lesson lesson, JobMonitor monitor) throws WorkbenchException;

    /** Its optimisers in a fixed order, for checkpoints. */
    List<AdamW> optimizers();
}
