package dev.latentloom.engine.project;

import dev.latentloom.engine.job.WorkbenchException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** A folder of people's choice, in which nothing lies yet. */
final class FreeFolder {
    private FreeFolder() {}

    /**
     * Makes the folder where it is not there.
     *
     * @throws WorkbenchException where it is a file, or something lies in it
     */
    static void take(Path folder) throws IOException, WorkbenchException {
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new WorkbenchException("project.outIsFile", folder.toString());
        }
        Files.createDirectories(folder);
        if (RunFolder.isDescribed(folder) || Files.exists(folder.resolve("events.jsonl"))) {
            throw new WorkbenchException("project.runThere", folder.toString());
        }
        try (Stream<Path> others = Files.list(folder)) {
            if (others.findAny().isPresent()) {
                throw new WorkbenchException("project.outInUse", folder.toString());
            }
        }
    }
}
