package dev.latentloom.engine.train;

import dev.latentloom.engine.job.JobMonitor;
import dev.latentloom.engine.job.WorkbenchException;
import dev.latentloom.engine.tensor.Scope;
import dev.latentloom.engine.tensor.Tensor;

import java.util.Map;

/** Lets a team think about questions with its present links. */
interface ThoughtSource {
    /** Thoughts of each agent by its id, (N, D) of the agent; agents that had none are missing. */
    Map<String, Tensor> thoughts(Lesson lesson, Scope owner, JobMonitor monitor)
            throws WorkbenchException;
}
