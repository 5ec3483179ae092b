package dev.latentloom.app.cli;

import dev.latentloom.app.LocalEngine;
import dev.latentloom.engine.job.JobRunner;
import dev.latentloom.engine.job.WorkbenchException;
import dev.latentloom.engine.tensor.NativeEngine;
import dev.latentloom.resources.Messages;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where a command's jobs run, and which folder a project's name means. */
final class Runners {
    private Runners() {}

    /** The runner of this process. */
    static JobRunner local(RootCommand root) throws WorkbenchException {
        Integer threads = root.threads();
        NativeEngine.chooseThreads(threads == null ? 0 : threads);
        Console console = root.console();
        return new LocalEngine(root.places(), samples())
                .start(root.device(), root.type(), key -> console.stage(Messages.text(key)));
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
