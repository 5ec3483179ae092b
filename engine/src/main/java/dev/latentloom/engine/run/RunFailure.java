package dev.latentloom.engine.run;

import dev.latentloom.engine.job.RunEvent;
import dev.latentloom.engine.job.WorkbenchException;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** Says of any failure what happened, as the event that ends a job. */
final class RunFailure {
    private RunFailure() {}

    /** The event for a failure; a fault of our own is named with its exception. */
    static RunEvent.Failed of(@Nullable Throwable failure) {
        return switch (failure) {
            case WorkbenchException said -> new RunEvent.Failed(said.key(), said.arguments());
            case RunRecord.RecordFailure record -> of(record.getCause());
            case null, default ->
                    MemoryShortage.of(failure)
                            .map(RunFailure::outOfMemory)
                            .orElseGet(
                                    () ->
                                            new RunEvent.Failed(
                                                    "run.fault", List.of(String.valueOf(failure))));
        };
    }

    private static RunEvent.Failed outOfMemory(MemoryShortage shortage) {
        return new RunEvent.Failed("run.outOfMemory", List.of(shortage.needed(), shortage.free()));
    }
}
