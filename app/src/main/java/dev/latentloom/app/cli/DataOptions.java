package dev.latentloom.app.cli;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Option;

import java.nio.file.Path;

/** Which graph of a project, and which questions. */
final class DataOptions {
    @Option(names = "--graph", paramLabel = "NAME", description = "${bundle:cli.run.graph}")
    private @Nullable String graph;

    @Option(names = "--data", paramLabel = "FILE", description = "${bundle:cli.run.data}")
    private @Nullable Path data;

    @Nullable String graph() {
        return graph;
    }

    /** The file, wherever it will be read from; null where none was given. */
    @Nullable Path data() {
        return data == null ? null : data.toAbsolutePath();
    }
}
