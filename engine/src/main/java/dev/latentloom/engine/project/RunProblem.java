package dev.latentloom.engine.project;

import dev.latentloom.engine.job.WorkbenchException;

import java.util.List;

/** What is wrong with a run or its files: key of a message and its arguments. */
public record RunProblem(String key, List<Object> arguments) {
    public RunProblem {
        arguments = List.copyOf(arguments);
    }

    static RunProblem of(WorkbenchException reason) {
        return new RunProblem(reason.key(), reason.arguments());
    }
}
