package dev.latentloom.app.cli;

import dev.latentloom.app.NoEngine;
import dev.latentloom.engine.job.JobRunner;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where a command's jobs run, and which folder a project's name means. */
final class Runners {
    private Runners() {}

    /** The runner of this process. */
    static JobRunner local(RootCommand root) {
        return new NoEngine();
    }

    /** A folder as it is, else the bundled sample of this name. */
    static Path project(String nameOrFolder) {
        Path folder = Path.of(nameOrFolder);
        Path sample = samples().resolve(nameOrFolder);
        return !Files.isDirectory(folder) && Files.isDirectory(sample) ? sample : folder;
    }

    /** Folder of the bundled samples. */
    static Path samples() {
        return Path.of(System.getProperty("latentloom.samples", "sample-projects"));
    }
}
