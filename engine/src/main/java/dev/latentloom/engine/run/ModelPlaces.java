package dev.latentloom.engine.run;

import dev.latentloom.engine.graph.Agent;
import dev.latentloom.engine.job.WorkbenchException;

import java.nio.file.Path;

/** Says where the folder of an agent's model is. */
@FunctionalInterface
public interface ModelPlaces {
    /**
     * The folder; the exception names the agent where it has no model or the model is not there.
     */
    Path folder(Agent agent) throws WorkbenchException;
}
