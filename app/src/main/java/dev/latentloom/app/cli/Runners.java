package dev.latentloom.app.cli;

import dev.latentloom.app.LocalEngine;
import dev.latentloom.engine.job.JobRunner;
import dev.latentloom.engine.job.WorkbenchException;
import dev.latentloom.engine.tensor.NativeEngine;
import dev.latentloom.resources.Messages;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

/** Where a command's jobs run, and which folder a project's name means. */
final class Runners {
    private Runners() {}

    /** The runner of this process. */
    static JobRunner local(RootCommand root) throws WorkbenchException {
        return engine(root).start(root.device(), root.type(), stages(root));
    }

    /** The engine of this process, not started, with as many threads as the options say. */
    static LocalEngine engine(RootCommand root) {
        Integer threads = root.threads();
        NativeEngine.chooseThreads(threads == null ? 0 : threads);
        return new LocalEngine(root.places(), samples());
    }

    /** Shows how far the engine's start is. */
    static Consumer<String> stages(RootCommand root) {
        Console console = root.console();
        return key -> console.stage(Messages.text(key));
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
